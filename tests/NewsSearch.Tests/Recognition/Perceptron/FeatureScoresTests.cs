using CsCheck;
using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Perceptron;

/// <summary>Compares the vectorised sums with a scalar loop.</summary>
public sealed class FeatureScoresTests
{
    private const int Buckets = 60;

    private static readonly PerceptronModel Model = RandomModel();

    private static readonly Gen<int[][]> Tokens = Gen.Int[0, Buckets - 1].Select(Spread).Array[0, 30].Array[0, 6];

    [Fact]
    public void Adds_both_passes_to_scores_that_are_there() =>
        Check.Sample(
            Tokens,
            tokens =>
            {
                var (features, ends) = Flatten(tokens);
                var (first, second) = (Garbage(tokens.Length), Garbage(tokens.Length));
                FeatureScores.AddBothPasses(Model, features, ends, first, second);
                AssertAdded(tokens, 0, first);
                AssertAdded(tokens, 1, second);
            },
            iter: 200);

    [Fact]
    public void Adds_the_same_one_by_one_as_on_processors_without_wide_instructions() =>
        Check.Sample(
            Tokens,
            tokens =>
            {
                foreach (var token in tokens)
                {
                    var (first, second) = (Garbage(1), Garbage(1));
                    FeatureScores.AddOneByOne(ref Model.Rows[Model.Offset], token, first, second);
                    AssertAdded([token], 0, first);
                    AssertAdded([token], 1, second);
                }
            },
            iter: 200);

    [Fact]
    public void Leaves_out_the_buckets_without_weights_and_no_others()
    {
        // Every other bucket has weights.
        var between = Gen.Int[0, Buckets - 2].Select(i => Spread(i) + 1);
        Check.Sample(
            Gen.OneOf(Gen.Int[0, Buckets - 1].Select(Spread), between).Array[0, 30].Array[0, 6],
            tokens =>
            {
                var (features, ends) = Flatten(tokens);
                Model.Weighted.Keep(features, ends);
                var (expected, expectedEnds) = Flatten(Array.ConvertAll(tokens, token => token.Where(HasWeight).ToArray()));
                Assert.Equal(expected, features);
                Assert.Equal(expectedEnds, ends);
            },
            iter: 200);
    }

    [Fact]
    public void Adds_the_second_pass_to_scores_that_are_there() =>
        Check.Sample(
            Tokens,
            tokens =>
            {
                var (features, ends) = Flatten(tokens);
                var scores = Garbage(tokens.Length);
                FeatureScores.AddSecondPass(Model, features, ends, scores);
                AssertAdded(tokens, 1, scores);
            },
            iter: 200);

    private static void AssertAdded(int[][] tokens, int pass, int[] scores) =>
        Assert.Equal(Garbage(tokens.Length).Zip(tokens.SelectMany(token => Sum(token, pass)), (before, sum) => before + sum), scores);

    private static bool HasWeight(int bucket) =>
        Model.Rows.AsSpan(Model.Offset + (bucket * PerceptronModel.RowBytes), PerceptronModel.RowBytes).ContainsAnyExcept((sbyte)0);

    private static int[] Sum(int[] buckets, int pass)
    {
        var scores = new int[TagScores.Stride];
        foreach (var bucket in buckets)
        {
            for (var tag = 0; tag < scores.Length; tag++)
            {
                int weight = Model.Rows[Model.Offset + (bucket * PerceptronModel.RowBytes) + (pass * TagScores.Stride) + tag];
                scores[tag] += weight * Math.Abs(weight);
            }
        }

        return scores;
    }

    private static (List<int> Features, List<int> Ends) Flatten(int[][] tokens)
    {
        var (features, ends) = (new List<int>(), new List<int>());
        foreach (var token in tokens)
        {
            features.AddRange(token);
            ends.Add(features.Count);
        }

        return (features, ends);
    }

    private static int[] Garbage(int tokens) => [.. Enumerable.Range(0, tokens * TagScores.Stride).Select(i => (i * 31) - 400)];

    private static PerceptronModel RandomModel()
    {
        var tiny = new TinyModel();
        var random = new Random(1);
        for (var i = 0; i < Buckets * TagScheme.Count; i++)
        {
            tiny.Set(0, Spread(i / TagScheme.Count), i % TagScheme.Count, (sbyte)random.Next(-128, 128));
            tiny.Set(1, Spread(i / TagScheme.Count), i % TagScheme.Count, (sbyte)random.Next(-128, 128));
        }

        return tiny.Read();
    }

    /// <summary>Spreads a few buckets over the table, the first and the last among them.</summary>
    private static int Spread(int i) => (int)((long)i * (FeatureHash.Buckets - 1) / (Buckets - 1));
}
