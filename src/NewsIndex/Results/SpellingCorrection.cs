namespace NewsIndex.Results;

/// <summary>A spelling of a query with more hits.</summary>
/// <param name="Query">The canonical text of the query as it would be.</param>
/// <param name="Articles">The number of hits.</param>
public sealed record SpellingCorrection(string Query, long Articles);
