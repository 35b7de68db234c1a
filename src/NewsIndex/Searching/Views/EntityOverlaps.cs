using NewsIndex.Results;

namespace NewsIndex.Searching.Views;

/// <summary>Overlaps of an entity's articles with those of others.</summary>
/// <param name="Own">Number of articles that mention the entity.</param>
/// <param name="All">Number of articles of the index.</param>
internal sealed record EntityOverlaps(long Own, long All, IReadOnlyList<EntityOverlap> Others);
