using CsCheck;
using NewsSearch.Tests.Recognition.Tagging;
using Recognition.Tagging;
using Recognition.Transformer;

namespace NewsSearch.Tests.Recognition.Transformer;

public sealed class BioSchemeTests
{
    private static readonly string[] Names = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

    [Theory]
    [InlineData(0, "O")]
    [InlineData(1, "B-PER")]
    [InlineData(2, "I-PER")]
    [InlineData(3, "I-PER")]
    [InlineData(4, "B-PER")]
    [InlineData(7, "I-ORG")]
    [InlineData(8, "B-ORG")]
    [InlineData(9, "B-LOC")]
    [InlineData(12, "B-LOC")]
    public void Maps_the_tags_of_the_other_scheme(int tag, string expected) => Assert.Equal(expected, Names[BioScheme.Of(tag)]);

    [Fact]
    public void Decodes_names_of_which_the_network_is_certain()
    {
        Check.Sample(
            AnyNames.Gen,
            names =>
            {
                var tags = TagScheme.Encode(AnyNames.Length, names);
                Assert.Equal(tags, BioScheme.Decode(Certain(tags)));
            },
            iter: 500);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Finds_the_valid_sequence_with_the_highest_sum(int length)
    {
        var sequences = Sequences(length).ToArray();
        // Whole numbers, so that sums are exact and ties occur.
        Check.Sample(
            Gen.Int[-6, 6].Select(score => (float)score).Array[length * BioScheme.Count],
            scores => Assert.Equal(InBilou(sequences.MaxBy(tags => Sum(scores, tags))!), BioScheme.Decode(scores)),
            iter: 200);
    }

    [Fact]
    public void Decodes_nothing_from_an_empty_sentence() => Assert.Empty(BioScheme.Decode([]));

    private static float[] Certain(byte[] tags)
    {
        var scores = new float[tags.Length * BioScheme.Count];
        for (var i = 0; i < tags.Length; i++)
            scores[(i * BioScheme.Count) + BioScheme.Of(tags[i])] = 1;
        return scores;
    }

    /// <summary>All valid sequences, those with the lowest last tag first, then those with the lowest tag before it.</summary>
    private static IEnumerable<int[]> Sequences(int length)
    {
        IEnumerable<int[]> sequences = [[]];
        for (var i = 0; i < length; i++)
        {
            var shorter = sequences.ToList();
            sequences = Enumerable.Range(0, BioScheme.Count).SelectMany(last => shorter.Select(tags => (int[])[.. tags, last]));
        }

        return sequences.Where(IsValid);
    }

    private static bool IsValid(int[] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var (name, before) = (Names[tags[i]], i == 0 ? "O" : Names[tags[i - 1]]);
            if (name[0] == 'I' && (before == "O" || before[2..] != name[2..]))
                return false;
        }

        return true;
    }

    private static float Sum(float[] scores, int[] tags) => tags.Select((tag, i) => scores[(i * BioScheme.Count) + tag]).Sum();

    private static byte[] InBilou(int[] tags)
    {
        var bilou = new byte[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == 0)
                continue;
            var type = (tags[i] - 1) / 2;
            var (starts, ends) = (tags[i] % 2 == 1, i + 1 == tags.Length || tags[i + 1] == 0 || tags[i + 1] % 2 == 1);
            bilou[i] = (byte)((starts, ends) switch
            {
                (true, true) => TagScheme.Unit(type),
                (true, false) => TagScheme.Begin(type),
                (false, true) => TagScheme.Last(type),
                (false, false) => TagScheme.Inside(type),
            });
        }

        return bilou;
    }
}
