using System.Runtime.InteropServices;
using Lucene.Net.Index;
using NewsIndex.Meaning;

namespace NewsIndex.Lucene;

/// <summary>
/// By how much an article's score grows because it is about what the query is about: the cosine between the two, as a share of the most
/// that the query's words could score. Where an article has all the words, they decide; where none does, meaning does. It adds no article.
/// </summary>
internal sealed class Nearness
{
    private readonly sbyte[] direction;
    private readonly float inverseLength;
    private readonly float weight;
    private MeaningColumn? column;

    /// <param name="weight">What a cosine of 1 adds.</param>
    private Nearness(byte[] bytes, float weight)
    {
        direction = MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray();
        inverseLength = 1 / MathF.Sqrt(direction.Sum(each => each * each));
        this.weight = weight;
    }

    /// <summary>Null when meaning has no say in the order.</summary>
    /// <param name="k1">Of BM25: a word's score is less than its rarity times k1 + 1.</param>
    public static Nearness? Of(QueryMeaning? meaning, IndexReader reader, float k1) =>
        meaning is not null && WordVectors.ToBytes(meaning.Vector) is { } bytes
            ? new Nearness(bytes, meaning.Weight * (k1 + 1) * meaning.Words.Sum(word => Rarity(word, reader)))
            : null;

    /// <param name="vector">As <see cref="WordVectors.ToBytes"/> gives it.</param>
    /// <param name="weight">What a cosine of 1 adds.</param>
    public static Nearness Toward(byte[] vector, float weight) => new(vector, weight);

    private static float Rarity(string word, IndexReader reader) => NewsAnalyzer.Instance.Analyse(Fields.Text, "en", word)
        .Select(part => Bm25.Idf(reader.MaxDoc, reader.DocFreq(new Term(Fields.Text, part.Term)))).DefaultIfEmpty(0).Max();

    public void Enter(AtomicReader segment) => column = MeaningColumn.Of(segment);

    /// <summary>0 or more.</summary>
    public float Of(int doc) => weight * Math.Max(0, column!.Cosine(doc, direction, inverseLength));
}
