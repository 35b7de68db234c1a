using System.Numerics;
using CsCheck;
using NewsSearch.Tests.Recognition.Tagging;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Perceptron;

/// <summary>Compares the lattice with a search over all sequences.</summary>
public sealed class TagLatticeTests
{
    private const int Transitions = (TagScheme.Count + 1) * TagScheme.Count;

    private static readonly byte[][][] ValidSequences = [.. Enumerable.Range(0, 5).Select(SequencesOf)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Finds_the_best_sequence_of_whole_numbers(int length) =>
        Check.Sample(Scores(Gen.Int[-50, 50], length), (emissions, transitions) => AssertBest(emissions, transitions, length), iter: 60);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Finds_the_best_sequence_of_fractions(int length) =>
        // Multiples of a quarter, so that sums are exact in any order.
        Check.Sample(
            Scores(Gen.Int[-50, 50].Select(quarters => quarters / 4f), length),
            (emissions, transitions) => AssertBest(emissions, transitions, length),
            iter: 60);

    [Fact]
    public void Breaks_ties_in_favour_of_lower_tags_from_the_end_of_the_sentence() =>
        // Two values only: nearly every sample has ties.
        Check.Sample(Scores(Gen.Int[0, 1], 3), (emissions, transitions) => AssertBest(emissions, transitions, 3), iter: 100);

    [Fact]
    public void Finds_no_name_where_all_scores_are_equal()
    {
        var tags = new byte[] { 5, 6, 7 };
        new TagLattice<int>().Decode(new int[3 * TagScores.Stride], new int[Transitions], tags);
        Assert.Equal(new byte[3], tags);
    }

    [Fact]
    public void Ignores_the_padding_of_a_block()
    {
        var emissions = new int[2 * TagScores.Stride];
        emissions[TagScheme.Unit(TagScheme.Place)] = 1;
        for (var i = 0; i < emissions.Length; i++)
        {
            if (i % TagScores.Stride >= TagScheme.Count)
                emissions[i] = 1_000_000;
        }

        var tags = Decode(new TagLattice<int>(), emissions, new int[Transitions], 2);
        Assert.Equal([(byte)TagScheme.Unit(TagScheme.Place), (byte)TagScheme.Outside], tags);
    }

    [Fact]
    public void Prefers_a_valid_sequence_to_a_better_one_that_is_not()
    {
        // An inside tag alone would score most.
        var emissions = new int[TagScores.Stride];
        emissions[TagScheme.Inside(TagScheme.Person)] = 1_000;
        emissions[TagScheme.Unit(TagScheme.Organization)] = 1;
        Assert.Equal([(byte)TagScheme.Unit(TagScheme.Organization)], Decode(new TagLattice<int>(), emissions, new int[Transitions], 1));
    }

    [Fact]
    public void Decodes_long_sentences_to_valid_sequences() =>
        Check.Sample(
            Gen.Int[1, 300].SelectMany(length => Scores(Gen.Int[-100_000, 100_000], length)),
            (emissions, transitions) =>
            {
                var length = emissions.Length / TagScores.Stride;
                Assert.True(TagSchemeTests.IsValid(Decode(new TagLattice<int>(), emissions, transitions, length)));
            },
            iter: 50);

    [Fact]
    public void Decodes_the_same_whatever_it_decoded_before() =>
        Check.Sample(
            Gen.Select(Scores(Gen.Int[-9, 9], 7), Scores(Gen.Int[-9, 9], 2)),
            (before, sentence) =>
            {
                var reused = new TagLattice<int>();
                Decode(reused, before.Item1, before.Item2, 7);
                var expected = Decode(new TagLattice<int>(), sentence.Item1, sentence.Item2, 2);
                Assert.Equal(expected, Decode(reused, sentence.Item1, sentence.Item2, 2));
            },
            iter: 100);

    private static Gen<(T[] Emissions, T[] Transitions)> Scores<T>(Gen<T> score, int length) =>
        Gen.Select(score.Array[TagScores.Stride * length], score.Array[Transitions]);

    private static byte[] Decode<T>(TagLattice<T> lattice, T[] emissions, T[] transitions, int length)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        var tags = new byte[length];
        lattice.Decode(emissions, transitions, tags);
        return tags;
    }

    private static void AssertBest<T>(T[] emissions, T[] transitions, int length)
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        Assert.Equal(Best(emissions, transitions, length), Decode(new TagLattice<T>(), emissions, transitions, length));

    /// <summary>The first of the best sequences; they are listed in the order in which ties are broken.</summary>
    private static byte[] Best<T>(T[] emissions, T[] transitions, int length)
        where T : struct, INumber<T> =>
        ValidSequences[length].MaxBy(tags => Score(emissions, transitions, tags))!;

    private static T Score<T>(T[] emissions, T[] transitions, byte[] tags)
        where T : struct, INumber<T>
    {
        var score = transitions[(TagScheme.Count * TagScheme.Count) + tags[0]];
        for (var i = 0; i < tags.Length; i++)
        {
            score += emissions[(i * TagScores.Stride) + tags[i]];
            if (i > 0)
                score += transitions[(tags[i - 1] * TagScheme.Count) + tags[i]];
        }

        return score;
    }

    /// <summary>All valid sequences, those with the lowest last tag first, then those with the lowest tag before it.</summary>
    private static byte[][] SequencesOf(int length)
    {
        IEnumerable<byte[]> sequences = [[]];
        for (var i = 0; i < length; i++)
        {
            var shorter = sequences.ToList();
            sequences = Enumerable.Range(0, TagScheme.Count).SelectMany(last => shorter.Select(tags => (byte[])[.. tags, (byte)last]));
        }

        return [.. sequences.Where(TagSchemeTests.IsValid)];
    }
}
