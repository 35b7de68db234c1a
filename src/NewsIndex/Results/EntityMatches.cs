namespace NewsIndex.Results;

/// <summary>A choice of entities by name, most mentioned first.</summary>
/// <param name="IsMisspelt">True when none begins so and those nearest in spelling are given.</param>
public sealed record EntityMatches(RankedPage<EntityCard> Page, bool IsMisspelt);
