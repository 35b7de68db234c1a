namespace NewsIndex.Ranking;

/// <summary>The arithmetic of Okapi BM25.</summary>
/// <remarks>
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; the logarithm is of 1 + odds, as in Lucene, so
/// that a word in more than half of the articles never counts against one.
/// </remarks>
/// <param name="K1">0 or more.</param>
/// <param name="B">0 to 1.</param>
internal readonly record struct OkapiBm25(float K1, float B)
{
    /// <summary>Inverse document frequency; more than 0.</summary>
    public static float Idf(long articles, long with) => (float)Math.Log(1 + ((articles - with + 0.5) / (with + 0.5)));

    /// <summary>No frequency makes the score of a term larger.</summary>
    public float Most(float idf) => idf * (K1 + 1);

    /// <param name="length">Of the article, in words; null where lengths are not kept.</param>
    /// <param name="averageLength">Of the articles of its language; more than 0.</param>
    public float Score(float idf, float frequency, float? length, float averageLength) =>
        frequency <= 0
        ? 0
        : idf * (K1 + 1) * frequency / (frequency + (length is { } words ? (K1 * (1 - B)) + (K1 * B / averageLength * words) : K1));
}
