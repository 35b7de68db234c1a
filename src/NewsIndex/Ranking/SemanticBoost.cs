using System.Runtime.InteropServices;
using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// Boost from embedding similarity of query and article: weight × cosine × (1.25 × maximum lexical score − lexical score). An article with
/// all words of the query keeps most of its lexical rank; the boost makes up for missing words.
/// </summary>
internal sealed class SemanticBoost
{
    /// <summary>Leaves headroom above the maximum lexical score, because term dependence adds to scores too.</summary>
    private const float Headroom = 1.25f;

    private readonly sbyte[] direction;
    private readonly float share;
    private readonly float max;

    /// <param name="embedding">Format: <see cref="WordVectors.ToBytes"/>.</param>
    /// <param name="share">Weight of a cosine of 1; 0 to 1.</param>
    /// <param name="max">Maximum lexical score: the sum over all words.</param>
    /// <param name="passages">See <see cref="RescoringWeights.Passages"/>.</param>
    public SemanticBoost(byte[] embedding, float share, float max, float passages)
    {
        direction = MemoryMarshal.Cast<byte, sbyte>(embedding).ToArray();
        InverseLength = 1 / MathF.Sqrt(direction.Sum(each => each * each));
        (this.share, this.max, Passages) = (share, max * Headroom, passages);
    }

    /// <summary>Embedding of the query.</summary>
    public ReadOnlySpan<sbyte> Direction => direction;

    /// <summary>1 / norm of <see cref="Direction"/>.</summary>
    public float InverseLength { get; }

    /// <inheritdoc cref="RescoringWeights.Passages"/>
    public float Passages { get; }

    /// <summary>Creates the boost; null when the query has no embedding or the weight is 0.</summary>
    public static SemanticBoost? Of(QueryEmbedding? meaning, ITermStatistics statistics, RescoringWeights weights) =>
        meaning is not null && WordVectors.ToBytes(meaning.Vector) is { } embedding
            ? new SemanticBoost(embedding, meaning.Weight,
                weights.Bm25.MaxScore(meaning.Words.Sum(word => EnglishTerms.Idf(EnglishTerms.Of(word), statistics))), weights.Passages)
            : null;

    /// <summary>Computes the boost of an article; 0 or more.</summary>
    /// <param name="cosine">Cosine of the embeddings, -1 to 1.</param>
    /// <param name="words">Lexical score of the article.</param>
    public float Of(float cosine, float words) => share * Math.Max(0, cosine) * Math.Max(0, max - words);
}
