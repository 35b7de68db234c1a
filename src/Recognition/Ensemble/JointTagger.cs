using Recognition.Perceptron;
using Recognition.Tagging;
using Recognition.Transformer;

namespace Recognition.Ensemble;

/// <summary>
/// Both taggers as one: where the fast one is in doubt, what the network says of each tag is added to its scores, and the best sequence
/// by the sums is taken. They err in different places, so that the two know more than either.
/// </summary>
/// <param name="margin">See <see cref="Doubt.In"/>. The wider, the more the network reads.</param>
internal sealed class JointTagger(PerceptronTagger fast, TransformerTagger network, int margin) : ITagger
{
    /// <summary>What a word is in doubt by if the network is to read a quarter of English news; that is as good as all of it.</summary>
    public const int Wide = 25_000;

    /// <summary>As <see cref="Wide"/>, for an eighth.</summary>
    public const int Narrow = 8_000;

    /// <summary>What one nat of the network's log-probability weighs, in <see cref="PerceptronModel.Unit"/>; 12,000 to 30,000 differ little.</summary>
    private const int Nat = 20_000;

    public string Identity => $"joint {margin} {fast.Identity} {network.Identity}";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var scored = fast.Score(sentences);
        var doubts = Doubt.In(scored, margin);
        if (doubts.Count > 0)
        {
            var opinions = network.LogProbabilities(doubts.ConvertAll(doubt => sentences[doubt.Sentence][doubt.Start..doubt.End]));
            for (var i = 0; i < doubts.Count; i++)
                Add(opinions[i], scored[doubts[i].Sentence].Scores.AsSpan(doubts[i].Start * TagLattice.Stride));
            var lattice = new TagLattice();
            foreach (var sentence in doubts.Select(doubt => doubt.Sentence).Distinct())
                fast.Decode(scored[sentence], lattice);
        }

        return Array.ConvertAll(scored, sentence => sentence.Tags);
    }

    public void Dispose()
    {
        fast.Dispose();
        network.Dispose();
    }

    private static void Add(float[] opinion, Span<int> scores)
    {
        for (var word = 0; word * NetworkTags.Count < opinion.Length; word++)
        {
            for (var tag = 0; tag < TagScheme.Count; tag++)
                scores[(word * TagLattice.Stride) + tag] += (int)(Nat * opinion[(word * NetworkTags.Count) + NetworkTags.Of(tag)]);
        }
    }
}
