using System.Numerics;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>Finds the valid tag sequence with the highest score (Viterbi). Reuses its buffers, so it is not thread-safe.</summary>
/// <typeparam name="T">The number type of scores: whole numbers for tagging, fractions for training.</typeparam>
internal sealed class TagLattice<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private const int Stride = TagScores.Stride;

    /// <summary>The score of a tag that may not start a sentence: low, but far enough from overflow.</summary>
    private static readonly T Impossible = T.MinValue / T.CreateChecked(2);

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

    private void Reserve(int tokens)
    {
        if (scores.Length < tokens * Stride)
            (scores, predecessors) = (new T[tokens * Stride * 2], new byte[tokens * Stride * 2]);
    }

    private void Advance(int i, ReadOnlySpan<T> emissions, ReadOnlySpan<T> transitions)
    {
        var before = scores.AsSpan((i - 1) * Stride, Stride);
        var here = scores.AsSpan(i * Stride, Stride);
        for (var tag = 0; tag < TagScheme.Count; tag++)
        {
            var (best, bestScore) = (0, T.MinValue);
            foreach (var previous in TagScheme.Predecessors[tag])
            {
                var score = before[previous] + transitions[(previous * TagScheme.Count) + tag];
                if (score > bestScore)
                    (best, bestScore) = (previous, score);
            }

            here[tag] = bestScore + emissions[(i * Stride) + tag];
            predecessors[(i * Stride) + tag] = (byte)best;
        }
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
