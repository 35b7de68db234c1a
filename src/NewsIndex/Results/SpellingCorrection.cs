namespace NewsIndex.Results;

/// <summary>Another spelling of a query that finds more.</summary>
/// <param name="Query">The canonical text of the query as it would be.</param>
/// <param name="Articles">What it finds.</param>
public sealed record SpellingCorrection(string Query, long Articles);
