using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Meaning;

namespace NewsIndex.Lucene;

/// <summary>What the articles of a segment are about, in memory: 128 bytes an article and 4 for its length. Read when first needed.</summary>
internal sealed class MeaningColumn
{
    private static readonly ConditionalWeakTable<object, MeaningColumn> BySegment = [];

    private readonly sbyte[] vectors;
    private readonly float[] inverseLengths;

    private MeaningColumn(AtomicReader segment)
    {
        vectors = new sbyte[(long)segment.MaxDoc * WordVectors.Dimensions];
        inverseLengths = new float[segment.MaxDoc];
        var values = segment.GetBinaryDocValues(Fields.Meaning);
        var value = new BytesRef();
        for (var doc = 0; doc < segment.MaxDoc && values is not null; doc++)
        {
            values.Get(doc, value);
            if (value.Length != WordVectors.Dimensions)
                continue;
            var row = vectors.AsSpan(doc * WordVectors.Dimensions, WordVectors.Dimensions);
            MemoryMarshal.Cast<byte, sbyte>(value.Bytes.AsSpan(value.Offset, value.Length)).CopyTo(row);
            var square = 0;
            foreach (var each in row)
                square += each * each;
            inverseLengths[doc] = 1 / MathF.Sqrt(square);
        }
    }

    public static MeaningColumn Of(AtomicReader segment) => BySegment.GetValue(segment.CoreCacheKey, _ => new MeaningColumn(segment));

    /// <summary>The cosine between an article and a direction, -1 to 1; 0 for an article without one.</summary>
    /// <param name="inverseLength">1 divided by the length of <paramref name="direction"/>.</param>
    public float Cosine(int doc, ReadOnlySpan<sbyte> direction, float inverseLength)
    {
        var row = vectors.AsSpan(doc * WordVectors.Dimensions, WordVectors.Dimensions);
        return Dot(row, direction) * inverseLengths[doc] * inverseLength;
    }

    private static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector<int>.Zero;
        for (var i = 0; i < a.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var lowA, out var highA);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var lowB, out var highB);
            Vector.Widen(lowA * lowB, out var first, out var second);
            Vector.Widen(highA * highB, out var third, out var fourth);
            sum += first + second + third + fourth;
        }

        return Vector.Sum(sum);
    }
}
