using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// Pseudo-relevance feedback with embeddings: the direction of the first hits, each weighted by its score. Needs no words of the hits, so
/// it costs one more cosine for each hit of the window.
/// </summary>
/// <remarks>Rocchio, "Relevance Feedback in Information Retrieval", 1971, without the query, which has a weight of its own.</remarks>
internal static class TopicFeedback
{
    /// <summary>
    /// First hits that are taken for relevant, of those with an embedding: articles of other languages must not change the direction. Ten
    /// are worse on the evaluation sets.
    /// </summary>
    private const int FirstHits = 5;

    /// <returns>Null when no first hit has an embedding.</returns>
    /// <param name="window">Hits in the order of the first stage.</param>
    public static EmbeddingDirection? Of(WindowHit[] window)
    {
        var sum = new float[WordVectors.Dimensions];
        for (var (i, left) = (0, FirstHits); i < window.Length && left > 0; i++)
        {
            if (window[i].Vectors.IsEmpty)
                continue;
            window[i].Vectors.AddTo(sum, window[i].Score);
            left--;
        }

        return EmbeddingDirection.Of(sum);
    }
}
