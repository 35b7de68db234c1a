using System.Runtime.InteropServices;

namespace Evaluation.Training;

/// <summary>The features and the true tags of every token of the training text, in order.</summary>
internal sealed class TrainingFeatures
{
    /// <summary>Part of a number is what .NET's lists hold: a corpus has more features than that, so they lie in one list a sentence.</summary>
    private readonly List<int[]> buckets = [];
    private readonly List<int[]> ends = [];
    private readonly List<byte[]> gold = [];

    public int Sentences => gold.Count;

    public void Add(List<int> features, List<int> featureEnds, byte[] tags)
    {
        buckets.Add([.. features]);
        ends.Add([.. featureEnds]);
        gold.Add(tags);
    }

    public byte[] Gold(int sentence) => gold[sentence];

    public ReadOnlySpan<int> Of(int sentence, int token)
    {
        var until = ends[sentence];
        var from = token == 0 ? 0 : until[token - 1];
        return MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(buckets[sentence]), buckets[sentence].Length)[from..until[token]];
    }

    /// <summary>The features of another look after these, sentence by sentence.</summary>
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
