using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>Finds the valid tag sequence with the highest score (Viterbi). Reuses its buffers, so it is not thread-safe.</summary>
/// <typeparam name="T">The number type of scores, of four bytes: whole numbers for tagging, fractions for training.</typeparam>
internal sealed class TagLattice<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private const int Stride = TagScores.Stride;
    private const int Half = Stride / 2;

    /// <summary>The score of a tag that may not start a sentence: low, but far enough from overflow.</summary>
    private static readonly T Impossible = T.MinValue / T.CreateChecked(2);

    /// <summary>By tag, all bits in the lanes of those that may follow it.</summary>
    private static readonly (Vector256<int> Low, Vector256<int> High)[] Followers =
        [.. Enumerable.Range(0, TagScheme.Count).Select(tag => (FollowersOf(tag, 0), FollowersOf(tag, Half)))];

    private T[] scores = [];
    private byte[] predecessors = [];

    /// <summary>Decodes one sentence.</summary>
    /// <param name="emissions"><see cref="TagScores.Stride"/> scores a token.</param>
    /// <param name="transitions">See <see cref="PerceptronModel.Transitions"/>.</param>
    /// <param name="tags">
    /// At least one; overwritten. Of sequences with equal scores, the one with the lowest last tag wins, then with the lowest tag before
    /// it, and so on to the first.
    /// </param>
    public void Decode(ReadOnlySpan<T> emissions, ReadOnlySpan<T> transitions, Span<byte> tags)
    {
        Reserve(tags.Length);
        for (var tag = 0; tag < TagScheme.Count; tag++)
        {
            scores[tag] = TagScheme.MayStart(tag)
                ? emissions[tag] + transitions[(TagScheme.Count * TagScheme.Count) + tag]
                : Impossible;
        }

        for (var i = 1; i < tags.Length; i++)
            Advance(i, emissions, transitions);
        TraceBack(tags);
    }

    private static Vector256<int> FollowersOf(int previous, int first) =>
        Vector256.Create(
            [.. Enumerable.Range(first, Half).Select(tag => tag < TagScheme.Count && TagScheme.MayFollow(previous, tag) ? -1 : 0)]);

    private void Reserve(int tokens)
    {
        if (scores.Length < tokens * Stride)
            (scores, predecessors) = (new T[tokens * Stride * 2], new byte[tokens * Stride * 2]);
    }

    /// <summary>
    /// Scores a token: for each tag, the best of the tags before it. The tags of the token are the lanes of two vectors; those before it
    /// are tried in ascending order, so that the lowest of equal ones stays.
    /// </summary>
    private void Advance(int i, ReadOnlySpan<T> emissions, ReadOnlySpan<T> transitions)
    {
        var before = scores.AsSpan((i - 1) * Stride, TagScheme.Count);
        var (low, high) = (Vector256.Create(T.MinValue), Vector256.Create(T.MinValue));
        var (lowFrom, highFrom) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (var previous = 0; previous < before.Length; previous++)
        {
            var score = Vector256.Create(before[previous]);
            // Reads past the row, into lanes of no tag.
            var row = transitions.Slice(previous * TagScheme.Count, Stride);
            Improve(ref low, ref lowFrom, score + Vector256.Create(row), previous, Followers[previous].Low);
            Improve(ref high, ref highFrom, score + Vector256.Create(row[Half..]), previous, Followers[previous].High);
        }

        var here = i * Stride;
        var emitted = emissions.Slice(here, Stride);
        (low + Vector256.Create(emitted)).CopyTo(scores, here);
        (high + Vector256.Create(emitted[Half..])).CopyTo(scores, here + Half);
        var from = Vector256.Narrow(lowFrom, highFrom);
        Vector128.Narrow(from.GetLower(), from.GetUpper()).AsByte().CopyTo(predecessors, here);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Improve(ref Vector256<T> best, ref Vector256<int> from, Vector256<T> score, int previous, Vector256<int> mayFollow)
    {
        var isBetter = Vector256.GreaterThan(score, best).AsInt32() & mayFollow;
        best = Vector256.ConditionalSelect(isBetter.As<int, T>(), score, best);
        from = Vector256.ConditionalSelect(isBetter, Vector256.Create(previous), from);
    }

    private void TraceBack(Span<byte> tags)
    {
        var best = TagScheme.Outside;
        var last = scores.AsSpan((tags.Length - 1) * Stride, Stride);
        for (var tag = 1; tag < TagScheme.Count; tag++)
        {
            if (TagScheme.MayEnd(tag) && last[tag] > last[best])
                best = tag;
        }

        for (var i = tags.Length - 1; i >= 0; i--)
        {
            tags[i] = (byte)best;
            best = predecessors[(i * Stride) + best];
        }
    }
}
