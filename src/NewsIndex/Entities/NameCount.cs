namespace NewsIndex.Entities;

/// <summary>A name and the number of times that it stands for an entity.</summary>
/// <param name="Name">As written.</param>
public readonly record struct NameCount(string Name, long Mentions);
