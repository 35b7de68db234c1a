using NewsIndex.Ranking;

namespace NewsIndex.Searching.Views;

/// <summary>Articles similar to one: those with some of its words and entities.</summary>
/// <param name="Words">Stems with their boosts.</param>
/// <param name="Mentions">Terms of entities with their boosts.</param>
/// <param name="Article">Article to leave out, with its near-duplicates.</param>
/// <param name="Meaning">Embedding to compare the candidates with; null for none.</param>
/// <param name="Count">Maximum candidates.</param>
internal sealed record SimilarRequest(
    IReadOnlyList<(string Term, float Boost)> Words, IReadOnlyList<(string Term, float Boost)> Mentions, RankedHit Article,
    SemanticBoost? Meaning, int Count);
