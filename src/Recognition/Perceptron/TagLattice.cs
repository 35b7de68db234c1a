using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>The best allowed sequence of tags for a sentence, by Viterbi. Not for two threads at once.</summary>
internal sealed class TagLattice
{
    /// <summary>Scores of a token, of which those after <see cref="TagScheme.Count"/> mean nothing.</summary>
    public const int Stride = 16;

    private int[] scores = [];
    private byte[] from = [];

    /// <param name="emissions">By token, 16 scores of which the first 13 are the tags'.</param>
    /// <param name="transitions">See <see cref="PerceptronModel.Transitions"/>.</param>
    /// <param name="tags">Filled; of equal sequences the one with the lower last tags wins.</param>
    public void Decode(ReadOnlySpan<int> emissions, ReadOnlySpan<int> transitions, Span<byte> tags)
    {
        var length = tags.Length;
        if (scores.Length < length * Stride)
            (scores, from) = (new int[length * Stride * 2], new byte[length * Stride * 2]);

        for (var tag = 0; tag < TagScheme.Count; tag++)
            scores[tag] = TagScheme.MayStart(tag) ? emissions[tag] + transitions[(TagScheme.Count * TagScheme.Count) + tag] : int.MinValue / 2;
        for (var i = 1; i < length; i++)
        {
            var before = scores.AsSpan((i - 1) * Stride, Stride);
            var here = scores.AsSpan(i * Stride, Stride);
            for (var tag = 0; tag < TagScheme.Count; tag++)
            {
                var (best, bestScore) = (0, int.MinValue);
                foreach (var previous in TagScheme.Before[tag])
                {
                    var score = before[previous] + transitions[(previous * TagScheme.Count) + tag];
                    if (score > bestScore)
                        (best, bestScore) = (previous, score);
                }

                here[tag] = bestScore + emissions[(i * Stride) + tag];
                from[(i * Stride) + tag] = (byte)best;
            }
        }

        var last = TagScheme.Outside;
        var end = scores.AsSpan((length - 1) * Stride, Stride);
        for (var tag = 1; tag < TagScheme.Count; tag++)
        {
            if (TagScheme.MayEnd(tag) && end[tag] > end[last])
                last = tag;
        }

        for (var i = length - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[(i * Stride) + last];
        }
    }
}
