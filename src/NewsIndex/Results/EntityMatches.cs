namespace NewsIndex.Results;

/// <summary>A choice of entities by name.</summary>
/// <param name="IsMisspelt">True when none begins so and those nearest in spelling are given.</param>
public sealed record EntityMatches(IReadOnlyList<EntityCard> Entities, bool IsMisspelt);
