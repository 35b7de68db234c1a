namespace NewsIndex.Ranking;

/// <summary>Formula of Okapi BM25.</summary>
/// <remarks>
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009. Like Lucene, takes the logarithm of 1 + odds, so
/// that a word in more than half of the articles has no negative idf.
/// </remarks>
/// <param name="K1">0 or more.</param>
/// <param name="B">0 to 1.</param>
internal readonly record struct OkapiBm25(float K1, float B)
{
    /// <summary>Computes the inverse document frequency; more than 0.</summary>
    public static float Idf(long articles, long with) => (float)Math.Log(1 + ((articles - with + 0.5) / (with + 0.5)));

    /// <summary>Returns the upper bound of a term's score over all frequencies.</summary>
    public float MaxScore(float idf) => idf * (K1 + 1);

    /// <param name="length">Length of the article in words; null for fields without norms.</param>
    /// <param name="averageLength">Average length of articles in the same language, in words; more than 0.</param>
    public float Score(float idf, float frequency, float? length, float averageLength) =>
        frequency <= 0
        ? 0
        : idf * (K1 + 1) * frequency / (frequency + (length is { } words ? (K1 * (1 - B)) + (K1 * B / averageLength * words) : K1));
}
