using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recognition.Perceptron;

/// <summary>Sums the weights of features: for each tag, sign(b) × b² over the rows of a token's buckets.</summary>
internal static class FeatureScores
{
    private const int Half = TagScores.Stride / 2;

    /// <summary>Scores tokens for both passes. Sentence features count in both, so each row is read from memory once.</summary>
    /// <param name="features">The buckets of all tokens, one token after another.</param>
    /// <param name="ends">By token, the index after its last bucket.</param>
    /// <param name="first"><see cref="TagScores.Stride"/> scores a token; overwritten.</param>
    /// <param name="second">As <paramref name="first"/>, for the second pass.</param>
    public static void ScoreBothPasses(PerceptronModel model, List<int> features, List<int> ends, Span<int> first, Span<int> second)
    {
        ref var rows = ref model.Rows[model.Offset];
        var buckets = CollectionsMarshal.AsSpan(features);
        var (start, token) = (0, 0);
        foreach (var end in CollectionsMarshal.AsSpan(ends))
        {
            var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
            var (low2, high2) = (Vector256<int>.Zero, Vector256<int>.Zero);
            foreach (var bucket in buckets[start..end])
            {
                var row = Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)bucket * PerceptronModel.RowBytes));
                Add(ref low, ref high, row.GetLower());
                Add(ref low2, ref high2, row.GetUpper());
            }

            Store(low, high, first.Slice(token, TagScores.Stride));
            Store(low2, high2, second.Slice(token, TagScores.Stride));
            token += TagScores.Stride;
            start = end;
        }
    }

    /// <summary>Adds the scores of features that count only in the second pass.</summary>
    /// <param name="scores"><see cref="TagScores.Stride"/> scores a token, to which is added.</param>
    /// <inheritdoc cref="ScoreBothPasses"/>
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

    private static void Store(Vector256<int> low, Vector256<int> high, Span<int> scores)
    {
        low.CopyTo(scores);
        high.CopyTo(scores[Half..]);
    }
}
