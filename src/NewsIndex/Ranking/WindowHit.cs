namespace NewsIndex.Ranking;

/// <summary>A hit of the window as an engine found it.</summary>
/// <param name="Score">Of the ranking so far.</param>
/// <param name="Words">The part of the score that the words of the query have, before age.</param>
/// <param name="AgeWeight">The factor of the article's age: 0 to 1, and 1 where age does not count.</param>
/// <param name="Language">The number of the article's language.</param>
/// <param name="Length">Words of the article; null where lengths are not kept.</param>
/// <param name="Cosine">Between the embeddings of query and article: -1 to 1, and 0 where either has none.</param>
/// <param name="Frequencies">By number of a term, see <see cref="WindowTerms"/>.</param>
/// <param name="Positions">By number of a term, in order; empty for those that are only counted.</param>
internal sealed record WindowHit(float Score, float Words, float AgeWeight, int Language, float? Length, float Cosine, int[] Frequencies,
    int[][] Positions);
