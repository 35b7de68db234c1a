using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace Evaluation.Training;

/// <summary>
/// Trains an averaged structured perceptron, after Collins, "Discriminative Training Methods for Hidden Markov Models", EMNLP 2002, with a
/// margin that is added to the scores of wrong tags during training. The same input gives the same weights, bit for bit.
/// </summary>
internal sealed class PerceptronTrainer(TrainingFeatures features, float margin)
{
    private const int Tags = TagScores.Stride;

    private readonly float[] weights = new float[FeatureHash.Buckets * Tags];
    private readonly float[] totals = new float[FeatureHash.Buckets * Tags];
    private readonly float[] transitions = new float[(TagScheme.Count + 1) * TagScheme.Count];
    private readonly float[] transitionTotals = new float[(TagScheme.Count + 1) * TagScheme.Count];
    private readonly TagLattice<float> lattice = new();
    private float[] emissions = [];
    private byte[] predicted = [];
    private float step = 1;

    /// <param name="sentences">Indices of the sentences to train on.</param>
    /// <param name="seed">Seed of their order.</param>
    public (float[] Weights, float[] Transitions) Train(int[] sentences, int epochs, uint seed)
    {
        var order = (int[])sentences.Clone();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            Shuffle(order, ref seed);
            foreach (var sentence in order)
                Learn(sentence);
        }

        Average(weights, totals);
        Average(transitions, transitionTotals);
        return (weights, transitions);
    }

    /// <summary>Tags a sentence with the given weights.</summary>
    public static void Predict(
        TrainingFeatures features,
        (float[] Weights, float[] Transitions) model,
        int sentence,
        ref float[] emissions,
        TagLattice<float> lattice,
        byte[] tags)
    {
        Score(features, model.Weights, sentence, ref emissions, tags.Length);
        lattice.Decode(emissions, model.Transitions, tags);
    }

    private void Learn(int sentence)
    {
        var gold = features.Gold(sentence);
        if (predicted.Length < gold.Length)
            predicted = new byte[gold.Length * 2];
        Score(features, weights, sentence, ref emissions, gold.Length);
        for (var i = 0; i < gold.Length; i++)
        {
            for (var tag = 0; tag < TagScheme.Count; tag++)
                emissions[(i * Tags) + tag] += tag == gold[i] ? 0 : margin;
        }

        var tags = predicted.AsSpan(0, gold.Length);
        lattice.Decode(emissions, transitions, tags);
        step++;
        if (!tags.SequenceEqual(gold))
            Update(sentence, gold, tags);
    }

    private void Update(int sentence, byte[] gold, ReadOnlySpan<byte> tags)
    {
        for (var i = 0; i < gold.Length; i++)
        {
            var before = i == 0 ? TagScheme.Count : gold[i - 1];
            var beforePredicted = i == 0 ? TagScheme.Count : tags[i - 1];
            if (gold[i] != tags[i] || before != beforePredicted)
            {
                Change(transitions, transitionTotals, (before * TagScheme.Count) + gold[i], 1);
                Change(transitions, transitionTotals, (beforePredicted * TagScheme.Count) + tags[i], -1);
            }

            if (gold[i] == tags[i])
                continue;
            foreach (var bucket in features.Of(sentence, i))
            {
                Change(weights, totals, (bucket * Tags) + gold[i], 1);
                Change(weights, totals, (bucket * Tags) + tags[i], -1);
            }
        }
    }

    private void Change(float[] values, float[] valueTotals, int at, float change)
    {
        values[at] += change;
        valueTotals[at] += step * change;
    }

    private void Average(float[] values, float[] valueTotals)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] -= valueTotals[i] / step;
    }

    private static void Score(TrainingFeatures features, float[] weights, int sentence, ref float[] emissions, int length)
    {
        if (emissions.Length < length * Tags)
            emissions = new float[length * Tags * 2];
        ref var rows = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var i = 0; i < length; i++)
        {
            var sum = Vector512<float>.Zero;
            foreach (var bucket in features.Of(sentence, i))
                sum += Vector512.LoadUnsafe(ref rows, (nuint)bucket * Tags);
            sum.CopyTo(emissions, i * Tags);
        }
    }

    private static void Shuffle(int[] order, ref uint seed)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            // Marsaglia, "Xorshift RNGs", 2003. System.Random may give another order in another version of .NET.
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            var j = (int)(seed % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
