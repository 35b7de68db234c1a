namespace NewsIndex.Entities;

/// <summary>A name and the number of mentions of an entity by it.</summary>
/// <param name="Name">As written.</param>
public readonly record struct NameCount(string Name, long Mentions);
