using Recognition.Features;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>What a model has learned for one of its looks, as it is written.</summary>
/// <param name="Rows">By bucket, a byte a tag: see <see cref="PerceptronModel"/>.</param>
/// <param name="Transitions">See <see cref="PerceptronModel.Transitions"/>.</param>
internal sealed record LookWeights(sbyte[] Rows, int[] Transitions)
{
    /// <summary>Weights in bytes.</summary>
    /// <param name="weights">By bucket, 16 numbers of which the first 13 are the tags'.</param>
    /// <param name="transitions">In the same unit.</param>
    /// <param name="prune">Weights below this share of the largest are left out, and cost no space.</param>
    public static LookWeights Quantise(float[] weights, float[] transitions, float prune)
    {
        var largest = LargestKept(weights);
        var rows = new sbyte[FeatureHash.Buckets * TagScheme.Count];
        for (var bucket = 0; bucket < FeatureHash.Buckets; bucket++)
        {
            for (var tag = 0; tag < TagScheme.Count; tag++)
            {
                var weight = weights[(bucket * 16) + tag];
                if (Math.Abs(weight) >= largest * prune)
                    rows[(bucket * TagScheme.Count) + tag] = (sbyte)(MathF.Sign(weight) * Math.Min(127, MathF.Round(127 * MathF.Sqrt(Math.Abs(weight) / largest))));
            }
        }

        return new LookWeights(rows, [.. transitions.Select(weight => (int)MathF.Round(weight / largest * PerceptronModel.Unit))]);
    }

    /// <summary>One weight in a hundred thousand may be larger, and is cut: a few outliers would take precision from all.</summary>
    private static float LargestKept(float[] weights)
    {
        var sizes = weights.Where(weight => weight != 0).Select(Math.Abs).Order().ToArray();
        return sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * 0.99999)];
    }
}
