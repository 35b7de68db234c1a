namespace NewsIndex.Ranking;

/// <summary>A hit of the rescoring window, as the engine provides it.</summary>
/// <param name="Score">First-stage score.</param>
/// <param name="Words">Lexical part of the score, before the recency boost.</param>
/// <param name="AgeWeight">Recency factor, 0 to 1; 1 when the recency boost is off.</param>
/// <param name="Language">Number of the article's language.</param>
/// <param name="Length">Length of the article in words; null for fields without norms.</param>
/// <param name="Cosine">Cosine of the embeddings of query and article, -1 to 1; 0 when either has none.</param>
/// <param name="Frequencies">Frequency of each term of <see cref="WindowTerms"/>, by its number.</param>
/// <param name="Positions">
/// Sorted positions of each term of <see cref="WindowTerms"/>, by its number; empty for terms that need frequencies only.
/// </param>
internal sealed record WindowHit(float Score, float Words, float AgeWeight, int Language, float? Length, float Cosine, int[] Frequencies,
    int[][] Positions);
