using Recognition.Perceptron;
using Recognition.Tagging;

namespace Evaluation.Training;

/// <summary>What <see cref="TagLattice"/> does, over the fractions that learning needs.</summary>
internal sealed class TrainingLattice
{
    private const int Stride = 16;
    private float[] scores = [];
    private byte[] from = [];

    public void Decode(ReadOnlySpan<float> emissions, ReadOnlySpan<float> transitions, Span<byte> tags)
    {
        var length = tags.Length;
        if (scores.Length < length * Stride)
            (scores, from) = (new float[length * Stride * 2], new byte[length * Stride * 2]);
        for (var tag = 0; tag < TagScheme.Count; tag++)
            scores[tag] = TagScheme.MayStart(tag) ? emissions[tag] + transitions[(TagScheme.Count * TagScheme.Count) + tag] : float.NegativeInfinity;
        for (var i = 1; i < length; i++)
        {
            for (var tag = 0; tag < TagScheme.Count; tag++)
            {
                var (best, bestScore) = (0, float.NegativeInfinity);
                foreach (var previous in TagScheme.Before[tag])
                {
                    var score = scores[((i - 1) * Stride) + previous] + transitions[(previous * TagScheme.Count) + tag];
                    if (score > bestScore)
                        (best, bestScore) = (previous, score);
                }

                scores[(i * Stride) + tag] = bestScore + emissions[(i * Stride) + tag];
                from[(i * Stride) + tag] = (byte)best;
            }
        }

        var last = 0;
        for (var tag = 1; tag < TagScheme.Count; tag++)
        {
            if (TagScheme.MayEnd(tag) && scores[((length - 1) * Stride) + tag] > scores[((length - 1) * Stride) + last])
                last = tag;
        }

        for (var i = length - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[(i * Stride) + last];
        }
    }
}
