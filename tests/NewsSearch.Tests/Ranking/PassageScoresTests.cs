using CsCheck;
using NewsIndex.Queries;
using NewsIndex.Ranking;

namespace NewsSearch.Tests.Ranking;

public sealed class PassageScoresTests
{
    [Theory]
    [InlineData("storm", null)]
    [InlineData("storm coast", null)]
    [InlineData("the storm of the coast", null)]
    [InlineData("storm Storm storm", null)]
    [InlineData("the storm at the coast of Kent", "the storm at the coast of Kent")]
    [InlineData("storm \"coast guard\" rescue", "storm coast guard rescue")]
    [InlineData("(storm OR gale) AND coast^2", "storm gale coast")]
    [InlineData("storm coast ferry NOT harbour date:1987 source:Post", "storm coast ferry")]
    [InlineData("person:\"Angela Merkel\" date:1987 storm coast", null)]
    [InlineData("headline:storm coast ferry", "storm coast ferry")]
    public void The_text_of_a_query_is_what_was_typed_to_be_found_from_three_words_on(string typed, string? text) =>
        Assert.Equal(text, PassageScores.TextOf(ScoringWords.Of(QueryReader.Read(typed).Query!)));

    [Theory]
    [InlineData(new[] { 3f, 2, 1 }, new[] { 0.2f, 0.2f, 0.2f }, new[] { 0f, 0, 0 })]
    [InlineData(new[] { 3f, 1 }, new[] { 0.1f, 0.3f }, new[] { 0f, 2 })]
    [InlineData(new[] { 5f, 1 }, new[] { 0.1f, 0.3f }, new[] { 0f, 4 })]
    [InlineData(new[] { 2f, 2 }, new[] { 0.3f, 0.1f }, new[] { 2f, 0 })]
    [InlineData(new[] { 3f }, new[] { 0.3f }, new[] { 0f })]
    [InlineData(new float[0], new float[0], new float[0])]
    public void A_standard_deviation_of_cosines_is_worth_one_of_scores(float[] scores, float[] cosines, float[] added) =>
        Assert.Equal(added, PassageScores.Added(scores, [.. cosines], 1).Select(each => MathF.Round(each, 3)));

    [Fact]
    public void An_article_without_passages_counts_as_an_average_one()
    {
        var added = PassageScores.Added([4, 3, 2, 1], [0.1f, null, 0.3f, 0.2f], 1);
        Assert.Equal(added[3], added[1], 1e-5f);
        Assert.Equal([0f, 0, 0], PassageScores.Added([3, 2, 1], [null, null, null], 1));
        Assert.Equal([0f, 0, 0], PassageScores.Added([3, 2, 1], [null, 0.9f, null], 1));
    }

    [Fact]
    public void Nothing_is_taken_away_and_the_order_is_that_of_the_sum_of_standard_scores() =>
        Gen.Select(Gen.Select(Gen.Float[0, 50], Gen.Float[-1, 1]).Array[2, 60], Gen.Float[0, 3]).Sample((hits, weight) =>
        {
            float[] scores = [.. hits.Select(hit => hit.Item1)];
            float?[] cosines = [.. hits.Select(hit => (float?)hit.Item2)];
            var added = PassageScores.Added(scores, cosines, weight);
            Assert.All(added, each => Assert.True(each >= 0));
            var (mean, deviation) = Spread([.. hits.Select(hit => (double)hit.Item1)]);
            var (meanCosine, deviationOfCosines) = Spread([.. hits.Select(hit => (double)hit.Item2)]);
            if (deviation < 1e-3 || deviationOfCosines < 1e-3)
                return;
            var sums = hits.Select(hit =>
                ((hit.Item1 - mean) / deviation) + (weight * (hit.Item2 - meanCosine) / deviationOfCosines)).ToList();
            for (var i = 1; i < hits.Length; i++)
                Assert.Equal(sums[i] - sums[0], (scores[i] + added[i] - scores[0] - added[0]) / deviation, 1e-2);
        });

    private static (double Mean, double Deviation) Spread(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length));
    }
}
