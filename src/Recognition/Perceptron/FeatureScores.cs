using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recognition.Perceptron;

/// <summary>Sums the weights of features: for each tag, sign(b) × b² over the rows of a token's buckets.</summary>
internal static class FeatureScores
{
    private const int Half = TagScores.Stride / 2;
    private const int Quarter = TagScores.Stride / 4;

    /// <summary>Adds scores for both passes. Sentence features count in both, so each row is read from memory once.</summary>
    /// <param name="features">The buckets of all tokens, one token after another.</param>
    /// <param name="ends">By token, the index after its last bucket.</param>
    /// <param name="first"><see cref="TagScores.Stride"/> scores a token, to which is added.</param>
    /// <param name="second">As <paramref name="first"/>, for the second pass.</param>
    public static void AddBothPasses(PerceptronModel model, List<int> features, List<int> ends, Span<int> first, Span<int> second)
    {
        ref var rows = ref model.Rows[model.Offset];
        var buckets = CollectionsMarshal.AsSpan(features);
        var (start, token) = (0, 0);
        foreach (var end in CollectionsMarshal.AsSpan(ends))
        {
            var ofToken = buckets[start..end];
            if (Avx2.IsSupported)
                AddFourAtOnce(ref rows, ofToken, first.Slice(token, TagScores.Stride), second.Slice(token, TagScores.Stride));
            else
                AddOneByOne(ref rows, ofToken, first.Slice(token, TagScores.Stride), second.Slice(token, TagScores.Stride));
            token += TagScores.Stride;
            start = end;
        }
    }

    /// <summary>Adds rows on processors of every kind.</summary>
    /// <param name="rows">The row of bucket 0.</param>
    public static void AddOneByOne(ref sbyte rows, ReadOnlySpan<int> buckets, Span<int> first, Span<int> second)
    {
        var (low, high) = (Vector256.Create<int>(first), Vector256.Create<int>(first[Half..]));
        var (low2, high2) = (Vector256.Create<int>(second), Vector256.Create<int>(second[Half..]));
        foreach (var bucket in buckets)
        {
            var row = RowOf(ref rows, bucket);
            Add(ref low, ref high, row.GetLower());
            Add(ref low2, ref high2, row.GetUpper());
        }

        Store(low, high, first);
        Store(low2, high2, second);
    }

    /// <summary>
    /// Adds four rows in the time of one. Bytes of two rows are put side by side, and each pair is multiplied with its magnitudes and
    /// added to one 16-bit number, which holds 2 × 128²; two such numbers are added to one of 32 bits. Unpacking by lanes keeps the first
    /// pass in the lower half of a vector and the second in the upper one.
    /// </summary>
    /// <param name="rows">The row of bucket 0.</param>
    public static void AddFourAtOnce(ref sbyte rows, ReadOnlySpan<int> buckets, Span<int> first, Span<int> second)
    {
        var (sum0, sum1) = (Load(first, second, 0), Load(first, second, 1));
        var (sum2, sum3) = (Load(first, second, 2), Load(first, second, 3));
        for (var i = 0; i < buckets.Length; i += 4)
        {
            var left = buckets.Length - i;
            var a = RowOf(ref rows, buckets[i]);
            var b = left > 1 ? RowOf(ref rows, buckets[i + 1]) : Vector256<sbyte>.Zero;
            var c = left > 2 ? RowOf(ref rows, buckets[i + 2]) : Vector256<sbyte>.Zero;
            var d = left > 3 ? RowOf(ref rows, buckets[i + 3]) : Vector256<sbyte>.Zero;
            var (lowAb, lowCd) = (Squares(Avx2.UnpackLow(a, b)), Squares(Avx2.UnpackLow(c, d)));
            var (highAb, highCd) = (Squares(Avx2.UnpackHigh(a, b)), Squares(Avx2.UnpackHigh(c, d)));
            sum0 += Pairs(Avx2.UnpackLow(lowAb, lowCd));
            sum1 += Pairs(Avx2.UnpackHigh(lowAb, lowCd));
            sum2 += Pairs(Avx2.UnpackLow(highAb, highCd));
            sum3 += Pairs(Avx2.UnpackHigh(highAb, highCd));
        }

        Store(sum0, first, second, 0);
        Store(sum1, first, second, 1);
        Store(sum2, first, second, 2);
        Store(sum3, first, second, 3);
    }

    /// <summary>Adds the scores of features that count only in the second pass.</summary>
    /// <param name="scores"><see cref="TagScores.Stride"/> scores a token, to which is added.</param>
    /// <inheritdoc cref="AddBothPasses"/>
    public static void AddSecondPass(PerceptronModel model, List<int> features, List<int> ends, Span<int> scores)
    {
        ref var rows = ref model.Rows[model.Offset + TagScores.Stride];
        var buckets = CollectionsMarshal.AsSpan(features);
        var (start, token) = (0, 0);
        foreach (var end in CollectionsMarshal.AsSpan(ends))
        {
            var sums = scores.Slice(token, TagScores.Stride);
            var (low, high) = (Vector256.Create<int>(sums), Vector256.Create<int>(sums[Half..]));
            foreach (var bucket in buckets[start..end])
                Add(ref low, ref high, Vector128.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)bucket * PerceptronModel.RowBytes)));
            Store(low, high, sums);
            token += TagScores.Stride;
            start = end;
        }
    }

    /// <summary>Adds sign(b) × b² for each byte of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Vector256<int> low, ref Vector256<int> high, Vector128<sbyte> row)
    {
        var (lower, upper) = Vector128.Widen(row);
        var wide = Vector256.Create(lower, upper);
        var squares = wide * Vector256.Abs(wide);
        var (lowest, highest) = Vector256.Widen(squares);
        low += lowest;
        high += highest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> RowOf(ref sbyte rows, int bucket) =>
        Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)bucket * PerceptronModel.RowBytes));

    /// <summary>sign(b) × b² of bytes, two by two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Squares(Vector256<sbyte> bytes) => Avx2.MultiplyAddAdjacent(Avx2.Abs(bytes), bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pairs(Vector256<short> squares) => Avx2.MultiplyAddAdjacent(squares, Vector256<short>.One);

    /// <summary>Four scores of each pass: those of the tags from 4 × <paramref name="quarter"/>.</summary>
    private static Vector256<int> Load(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int quarter) =>
        Vector256.Create(Vector128.Create(first[(quarter * Quarter)..]), Vector128.Create(second[(quarter * Quarter)..]));

    private static void Store(Vector256<int> sums, Span<int> first, Span<int> second, int quarter)
    {
        sums.GetLower().CopyTo(first[(quarter * Quarter)..]);
        sums.GetUpper().CopyTo(second[(quarter * Quarter)..]);
    }

    private static void Store(Vector256<int> low, Vector256<int> high, Span<int> scores)
    {
        low.CopyTo(scores);
        high.CopyTo(scores[Half..]);
    }
}
