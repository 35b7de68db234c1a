namespace NewsIndex.Entities;

/// <summary>An entity with its name.</summary>
/// <param name="Name">The name to show.</param>
public readonly record struct NamedReference(EntityReference Entity, string Name);
