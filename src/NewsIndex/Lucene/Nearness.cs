using System.Runtime.InteropServices;
using Lucene.Net.Index;
using NewsIndex.Meaning;

namespace NewsIndex.Lucene;

/// <summary>By how much an article's score grows because it is about what the query is about: e to the weighted cosine. It adds no article.</summary>
internal sealed class Nearness
{
    private readonly sbyte[] direction;
    private readonly float inverseLength;
    private readonly float weight;
    private MeaningColumn? column;

    private Nearness(byte[] bytes, float weight)
    {
        direction = MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray();
        inverseLength = 1 / MathF.Sqrt(direction.Sum(each => each * each));
        this.weight = weight;
    }

    /// <summary>Null when meaning has no say in the order.</summary>
    public static Nearness? Of(QueryMeaning? meaning) =>
        meaning is not null && WordVectors.ToBytes(meaning.Vector) is { } bytes ? new Nearness(bytes, meaning.Weight) : null;

    public void Enter(AtomicReader segment) => column = MeaningColumn.Of(segment);

    /// <summary>More than 0; 1 for an article that is about something else altogether.</summary>
    public float Factor(int doc) => MathF.Exp(weight * column!.Cosine(doc, direction, inverseLength));
}
