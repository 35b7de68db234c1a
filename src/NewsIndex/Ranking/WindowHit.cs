using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>A hit of the rescoring window, as the engine provides it.</summary>
/// <param name="Score">First-stage score.</param>
/// <param name="AgeWeight">Recency factor, above 0, up to 1; 1 when the recency boost is off.</param>
/// <param name="Language">Number of the article's language.</param>
/// <param name="Vectors">Embeddings of the article; empty when rescoring needs none or the article has none.</param>
/// <param name="InHeadline">
/// The words of the query that have a term of <see cref="WindowField.Headline"/> in the headline, as bits: see
/// <see cref="WindowTerm.WordsOf"/>.
/// </param>
internal readonly record struct WindowHit(float Score, float AgeWeight, int Language, ArticleVectors Vectors, uint InHeadline);
