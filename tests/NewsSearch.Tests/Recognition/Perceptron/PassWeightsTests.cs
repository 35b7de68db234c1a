using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Perceptron;

public sealed class PassWeightsTests
{
    [Theory]
    [InlineData(1f, 127)]
    [InlineData(-1f, -127)]
    [InlineData(0.25f, 64)] // 63.5 rounds to the even neighbour.
    [InlineData(-0.25f, -64)]
    [InlineData(0.01f, 13)]
    [InlineData(0f, 0)]
    public void Quantises_to_the_square_root_of_the_share_of_the_largest(float weight, int expected)
    {
        var quantised = Quantise(0, ((500, 3), weight));
        Assert.Equal(expected, quantised.Rows[(500 * TagScheme.Count) + 3]);
    }

    [Theory]
    [InlineData(0.019f, 0)]
    [InlineData(0.021f, 18)]
    [InlineData(-0.019f, 0)]
    public void Drops_weights_below_the_threshold(float weight, int expected) =>
        Assert.Equal(expected, Quantise(0.02f, ((700, 12), weight)).Rows[(700 * TagScheme.Count) + 12]);

    [Fact]
    public void Clips_outliers_so_that_the_others_keep_their_precision()
    {
        // 200,000 weights of 1, and one of 1,000 that would set the scale.
        var weights = new float[FeatureHash.Buckets * TagScores.Stride];
        for (var i = 0; i < 200_000; i++)
            weights[i * TagScores.Stride] = 1;
        weights[TagScores.Stride + 1] = 1_000;
        var quantised = PassWeights.Quantise(weights, new float[182], 0);
        Assert.Equal(127, quantised.Rows[0]);
        Assert.Equal(127, quantised.Rows[TagScheme.Count + 1]);
    }

    [Fact]
    public void Scales_transitions_to_scores_without_clipping()
    {
        var weights = new float[FeatureHash.Buckets * TagScores.Stride];
        weights[0] = 2;
        var quantised = PassWeights.Quantise(weights, [2f, -1f, 0f, 20f], 0);
        Assert.Equal([16_129, -8_064, 0, 161_290], quantised.Transitions);
    }

    [Fact]
    public void Quantises_a_pass_without_weights_to_zero()
    {
        var quantised = PassWeights.Quantise(new float[FeatureHash.Buckets * TagScores.Stride], new float[182], 0.02f);
        Assert.DoesNotContain(quantised.Rows, weight => weight != 0);
    }

    /// <summary>Quantises a weight among a hundred of 1, which set the scale.</summary>
    private static PassWeights Quantise(float pruneThreshold, ((int Bucket, int Tag) At, float Weight) given)
    {
        var weights = new float[FeatureHash.Buckets * TagScores.Stride];
        for (var bucket = 0; bucket < 100; bucket++)
            weights[bucket * TagScores.Stride] = 1;
        weights[(given.At.Bucket * TagScores.Stride) + given.At.Tag] = given.Weight;
        return PassWeights.Quantise(weights, new float[182], pruneThreshold);
    }
}
