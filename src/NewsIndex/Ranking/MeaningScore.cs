using System.Runtime.InteropServices;
using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// The score of the cosine between the embeddings of a query and an article: a share of the way from the score of the article's words to
/// the maximum that the words could score, and a quarter more. Where an article has all the words, they decide; where it lacks some, the
/// embedding may stand for them.
/// </summary>
internal sealed class MeaningScore
{
    /// <summary>
    /// Pairs of words add to a score too: with so much room above the maximum of the words, the weights of pairs and embeddings do not
    /// fight.
    /// </summary>
    private const float Room = 1.25f;

    private readonly sbyte[] direction;
    private readonly float share;
    private readonly float most;

    /// <param name="embedding">As <see cref="WordVectors.ToBytes"/> gives it.</param>
    /// <param name="share">The part of the way that a cosine of 1 goes: 0 to 1.</param>
    /// <param name="most">The maximum that all words together can score.</param>
    /// <param name="passages">See <see cref="RescoringWeights.Passages"/>.</param>
    public MeaningScore(byte[] embedding, float share, float most, float passages)
    {
        direction = MemoryMarshal.Cast<byte, sbyte>(embedding).ToArray();
        InverseLength = 1 / MathF.Sqrt(direction.Sum(each => each * each));
        (this.share, this.most, Passages) = (share, most * Room, passages);
    }

    /// <summary>The embedding of the query.</summary>
    public ReadOnlySpan<sbyte> Direction => direction;

    /// <summary>1 divided by the length of <see cref="Direction"/>.</summary>
    public float InverseLength { get; }

    /// <inheritdoc cref="RescoringWeights.Passages"/>
    public float Passages { get; }

    /// <summary>Null when the query has no embedding, or no weight for it.</summary>
    public static MeaningScore? Of(QueryMeaning? meaning, ITermStatistics statistics, RescoringWeights weights) =>
        meaning is not null && WordVectors.ToBytes(meaning.Vector) is { } embedding
            ? new MeaningScore(embedding, meaning.Weight,
                weights.Bm25.Most(meaning.Words.Sum(word => EnglishTerms.Idf(EnglishTerms.Of(word), statistics))), weights.Passages)
            : null;

    /// <summary>0 or more.</summary>
    /// <param name="words">The score of the article's words.</param>
    public float Of(float cosine, float words) => share * Math.Max(0, cosine) * Math.Max(0, most - words);
}
