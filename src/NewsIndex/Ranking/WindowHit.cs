using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>A hit of the rescoring window, as the engine provides it.</summary>
/// <param name="Score">First-stage score.</param>
/// <param name="AgeWeight">Recency factor, above 0, up to 1; 1 when the recency boost is off.</param>
/// <param name="Language">Number of the article's language.</param>
/// <param name="Vectors">Embeddings of the article; empty when rescoring needs none or the article has none.</param>
/// <param name="Has">
/// True for each term of <see cref="WindowRescorer.Terms"/>, by its number, that occurs in the article where the term is looked for; false
/// for typed forms of hits after the first <see cref="WindowRescorer.HitsWithText"/>.
/// </param>
/// <param name="Positions">
/// Sorted positions of each term of <see cref="WindowField.Positions"/>, by its number; empty for other terms. Null for hits after the
/// first <see cref="WindowRescorer.HitsWithText"/>.
/// </param>
internal readonly record struct WindowHit(
    float Score, float AgeWeight, int Language, ArticleVectors Vectors, ArraySegment<bool> Has, int[][]? Positions);
