using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// Boost from the embedding similarity of two articles: weight × cosine × (1.25 × maximum lexical score − lexical score). A candidate with
/// all words keeps most of its lexical rank; the boost makes up for missing words.
/// </summary>
/// <param name="direction">Embedding of the article to find others for.</param>
/// <param name="weight">Boost of a cosine of 1 for a lexical score of 0, in units of the maximum; 0 to 1.</param>
/// <param name="max">Maximum lexical score: the sum over all words.</param>
internal sealed class SemanticBoost(EmbeddingDirection direction, float weight, float max)
{
    /// <summary>Leaves headroom above the maximum lexical score, because entities add to scores too.</summary>
    private const float Headroom = 1.25f;

    /// <summary>Embedding of the article to find others for.</summary>
    public EmbeddingDirection Direction => direction;

    /// <summary>Computes the boost of an article; 0 or more.</summary>
    /// <param name="cosine">Cosine of the embeddings, -1 to 1.</param>
    /// <param name="words">Lexical score of the article.</param>
    public float Of(float cosine, float words) => weight * Math.Max(0, cosine) * Math.Max(0, (max * Headroom) - words);
}
