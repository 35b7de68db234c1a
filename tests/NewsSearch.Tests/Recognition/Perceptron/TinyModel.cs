using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Perceptron;

/// <summary>A model with a few weights that are set by hand.</summary>
internal sealed class TinyModel
{
    private const int Transitions = (TagScheme.Count + 1) * TagScheme.Count;

    private readonly sbyte[][] rows = [new sbyte[FeatureHash.Buckets * TagScheme.Count], new sbyte[FeatureHash.Buckets * TagScheme.Count]];
    private readonly int[][] transitions = [new int[Transitions], new int[Transitions]];

    public SortedDictionary<string, ushort> Names { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Clusters { get; } = new(StringComparer.Ordinal);

    /// <summary>Sets the weight of a feature and a tag.</summary>
    /// <param name="pass">0 or 1.</param>
    public TinyModel Set(int pass, int bucket, int tag, sbyte weight)
    {
        rows[pass][(bucket * TagScheme.Count) + tag] = weight;
        return this;
    }

    /// <summary>Sets the weight of a word as it is written, for both passes.</summary>
    public TinyModel SetWord(string word, int tag, sbyte weight)
    {
        var bucket = FeatureHash.Bucket(1, FeatureHash.Of(word));
        return Set(0, bucket, tag, weight).Set(1, bucket, tag, weight);
    }

    /// <summary>Sets the weight of a transition as <see cref="PerceptronModel.Transitions"/> lays them out.</summary>
    public TinyModel SetTransition(int pass, int index, int weight)
    {
        transitions[pass][index] = weight;
        return this;
    }

    public void Write(string path) =>
        PerceptronModel.Write(path, Names, Clusters, [new PassWeights(rows[0], transitions[0]), new PassWeights(rows[1], transitions[1])]);

    /// <summary>Writes the model to a temporary file and reads it back.</summary>
    public PerceptronModel Read()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("tiny.model"));
        return PerceptronModel.Read(folder.File("tiny.model"));
    }
}
