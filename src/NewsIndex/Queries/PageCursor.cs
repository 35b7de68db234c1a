using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>The last hit of a page, in the order of the hits.</summary>
/// <param name="Generation">The state of the index that the page was read from.</param>
/// <param name="SortKey">The value that hits are ordered by: larger comes first.</param>
/// <param name="Id">The hit's article: among equal keys, the smaller id in ordinal order comes first.</param>
public sealed record PageCursor(Generation Generation, long SortKey, string Id);
