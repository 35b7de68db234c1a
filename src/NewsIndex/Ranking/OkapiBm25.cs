namespace NewsIndex.Ranking;

/// <summary>Formula of Okapi BM25.</summary>
/// <remarks>
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009. Like Lucene, takes the logarithm of 1 + odds, so
/// that a word in more than half of the articles has no negative idf.
/// </remarks>
internal static class OkapiBm25
{
    /// <summary>Computes the inverse document frequency; more than 0.</summary>
    public static float Idf(long articles, long with) => (float)Math.Log(1 + ((articles - with + 0.5) / (with + 0.5)));

    /// <summary>Returns the upper bound of a term's score over all frequencies.</summary>
    public static float MaxScore(float idf, float k1) => idf * (k1 + 1);
}
