using System.Runtime.InteropServices;
using Lucene.Net.Index;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Lucene.Columns;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// By how much an article's score grows because it is about what the query is about: the cosine between the two brings it a share of the
/// way from what its words score to the most that they could, and a quarter more. Where an article has all the words, they decide; where it lacks some,
/// meaning may stand for them. It adds no article.
/// </summary>
internal sealed class Nearness
{
    /// <summary>Neighbouring words add to a score too: with so much room above what words alone can score, their weight and that of meaning do not fight.</summary>
    private const float Room = 1.25f;

    private readonly sbyte[] direction;
    private readonly float inverseLength;
    private readonly float share;
    private readonly float most;
    private readonly float passages;
    private MeaningColumn? column;

    /// <param name="vector">As <see cref="WordVectors.ToBytes"/> gives it.</param>
    /// <param name="share">How far a cosine of 1 brings a score: 0 to 1.</param>
    /// <param name="most">What all words together can score.</param>
    /// <param name="passages">See <see cref="NewsIndexOptions.PassageWeight"/>.</param>
    public Nearness(byte[] vector, float share, float most, float passages)
    {
        direction = MemoryMarshal.Cast<byte, sbyte>(vector).ToArray();
        inverseLength = 1 / MathF.Sqrt(direction.Sum(each => each * each));
        (this.share, this.most, this.passages) = (share, most * Room, passages);
    }

    /// <summary>Null when meaning has no say in the order.</summary>
    /// <param name="k1">Of BM25: a word's score is less than its rarity times k1 + 1.</param>
    public static Nearness? Of(QueryMeaning? meaning, IndexReader reader, float k1, float passages) =>
        meaning is not null && WordVectors.ToBytes(meaning.Vector) is { } vector
            ? new Nearness(vector, meaning.Weight, (k1 + 1) * meaning.Words.Sum(word => EnglishWord.Rarity(EnglishWord.TermsOf(word), reader)), passages)
            : null;

    public void Enter(AtomicReader segment) => column = MeaningColumn.Of(segment);

    /// <summary>0 or more.</summary>
    /// <param name="words">What the article scores without it.</param>
    public float Of(int doc, float words) => share * Math.Max(0, column!.Cosine(doc, direction, inverseLength, passages)) * Math.Max(0, most - words);
}
