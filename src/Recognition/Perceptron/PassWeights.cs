using Recognition.Features;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>The weights of one pass as a model file stores them.</summary>
/// <param name="Rows">One byte a bucket and tag, the 13 tags of a bucket together; see <see cref="PerceptronModel"/> for the scale.</param>
/// <param name="Transitions">See <see cref="PerceptronModel.Transitions"/>.</param>
internal sealed record PassWeights(sbyte[] Rows, int[] Transitions)
{
    private const int MaxByte = 127;

    /// <summary>Share of weights that are not clipped. A few outliers would cost all other weights precision.</summary>
    private const double ClippingQuantile = 0.99999;

    /// <summary>Quantises weights to bytes on a square-root scale: b = sign(w) × 127 × √(|w| / max).</summary>
    /// <param name="weights">By bucket, <see cref="TagScores.Stride"/> numbers of which the first 13 are the tags'.</param>
    /// <param name="transitions">In the same unit, laid out like <see cref="PerceptronModel.Transitions"/>.</param>
    /// <param name="pruneThreshold">Share of the largest weight, 0 to 1; smaller weights become 0, which takes no space.</param>
    public static PassWeights Quantise(float[] weights, float[] transitions, float pruneThreshold)
    {
        var max = MaxUnclipped(weights);
        var rows = new sbyte[FeatureHash.Buckets * TagScheme.Count];
        for (var bucket = 0; bucket < FeatureHash.Buckets; bucket++)
        {
            for (var tag = 0; tag < TagScheme.Count; tag++)
            {
                var weight = weights[(bucket * TagScores.Stride) + tag];
                if (Math.Abs(weight) >= max * pruneThreshold)
                    rows[(bucket * TagScheme.Count) + tag] = Quantise(weight, max);
            }
        }

        return new PassWeights(rows, [.. transitions.Select(weight => (int)MathF.Round(weight / max * PerceptronModel.ScoreScale))]);
    }

    private static sbyte Quantise(float weight, float max) =>
        (sbyte)(MathF.Sign(weight) * Math.Min(MaxByte, MathF.Round(MaxByte * MathF.Sqrt(Math.Abs(weight) / max))));

    private static float MaxUnclipped(float[] weights)
    {
        var sizes = weights.Where(weight => weight != 0).Select(Math.Abs).Order().ToArray();
        return sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * ClippingQuantile)];
    }
}
