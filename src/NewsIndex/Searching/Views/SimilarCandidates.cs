using NewsIndex.Results;

namespace NewsIndex.Searching.Views;

/// <param name="Total">All articles that match, near-duplicates included.</param>
internal sealed record SimilarCandidates(HitTotal Total, IReadOnlyList<SimilarCandidate> Articles);

/// <param name="Cosine">Cosine with the embedding of the request, -1 to 1; 0 when either has none.</param>
/// <param name="Published">Start of the period of publication; null when the day is unknown.</param>
internal readonly record struct SimilarCandidate(RankedHit Hit, string Id, float Cosine, DateTimeOffset? Published);
