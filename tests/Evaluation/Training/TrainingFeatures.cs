using System.Runtime.InteropServices;

namespace Evaluation.Training;

/// <summary>The features and the true tags of the training text, by sentence.</summary>
internal sealed class TrainingFeatures
{
    /// <summary>By sentence, the buckets of all tokens. A single list would exceed the maximum length of an array.</summary>
    private readonly List<int[]> buckets = [];

    /// <summary>By sentence and token, the index after the last bucket.</summary>
    private readonly List<int[]> ends = [];

    private readonly List<byte[]> gold = [];

    public int Sentences => gold.Count;

    public void Add(List<int> features, List<int> featureEnds, byte[] tags)
    {
        buckets.Add([.. features]);
        ends.Add([.. featureEnds]);
        gold.Add(tags);
    }

    /// <summary>Returns the true tags of a sentence.</summary>
    public byte[] Gold(int sentence) => gold[sentence];

    /// <summary>Returns the buckets of a token.</summary>
    public ReadOnlySpan<int> Of(int sentence, int token)
    {
        var until = ends[sentence];
        var from = token == 0 ? 0 : until[token - 1];
        return buckets[sentence].AsSpan()[from..until[token]];
    }

    /// <summary>Returns these features with those of another pass appended to each token.</summary>
    /// <param name="more">By sentence, the buckets of all tokens and the index after the last bucket of each.</param>
    public TrainingFeatures With(IEnumerable<(List<int> Features, List<int> Ends)> more)
    {
        var both = new TrainingFeatures();
        var sentence = 0;
        foreach (var (features, moreEnds) in more)
        {
            var joined = new List<int>(buckets[sentence].Length + features.Count);
            var joinedEnds = new List<int>(moreEnds.Count);
            for (var token = 0; token < moreEnds.Count; token++)
            {
                joined.AddRange(Of(sentence, token));
                joined.AddRange(CollectionsMarshal.AsSpan(features)[(token == 0 ? 0 : moreEnds[token - 1])..moreEnds[token]]);
                joinedEnds.Add(joined.Count);
            }

            both.Add(joined, joinedEnds, gold[sentence++]);
        }

        return both;
    }
}
