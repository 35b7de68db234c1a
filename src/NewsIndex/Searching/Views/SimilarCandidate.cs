namespace NewsIndex.Searching.Views;

/// <summary>An article that may be background reading for another.</summary>
/// <param name="Cosine">Cosine with the embedding of the request, -1 to 1; 0 when either has none.</param>
/// <param name="Published">Start of the period of publication; null when the day is unknown.</param>
internal readonly record struct SimilarCandidate(RankedHit Hit, string Id, float Cosine, DateTimeOffset? Published);
