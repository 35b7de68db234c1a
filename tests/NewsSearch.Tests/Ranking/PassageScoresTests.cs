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
    [InlineData("\"storm coast harbour\"", null)]
    [InlineData("\"storm coast\" OR \"harbour ferry\"", null)]
    [InlineData("(storm OR gale) AND coast^2", "storm gale coast")]
    [InlineData("storm coast ferry NOT harbour date:1987 source:Post", "storm coast ferry")]
    [InlineData("person:\"Angela Merkel\" date:1987 storm coast", null)]
    [InlineData("headline:storm coast ferry", "storm coast ferry")]
    public void The_text_of_a_query_is_what_was_typed_to_be_found_from_three_words_on(string typed, string? text) =>
        Assert.Equal(text, PassageScores.TextOf(ScoringWords.Of(QueryReader.Read(typed).Query!)));

    [Theory]
    [InlineData(new[] { 3f, 2, 1 }, new[] { 0.2f, 0.2f, 0.2f })]
    [InlineData(new[] { 0f, 0 }, new[] { 0.2f, 0.9f })]
    [InlineData(new[] { 3f }, new[] { 0.3f })]
    [InlineData(new float[0], new float[0])]
    public void Nothing_is_added_where_there_is_nothing_to_compare(float[] scores, float[] cosines) =>
        Assert.All(PassageScores.Added(scores, [.. cosines], 1), each => Assert.Equal(0, each));

    [Theory]
    [InlineData("words", new[] { 10f, 9.5f }, new[] { 0.500f, 0.501f })]
    [InlineData("words", new[] { 10f, 9.9f }, new[] { 0.500f, 0.501f })]
    [InlineData("words", new[] { 0.2f, 0.19f }, new[] { -0.001f, 0f })]
    [InlineData("words", new[] { 10f, 9.5f, 9f }, new[] { 0.500f, 0.501f, 0.502f })]
    [InlineData("passages", new[] { 10f, 9.5f }, new[] { 0.2f, 0.7f })]
    [InlineData("passages", new[] { 10f, 9.999f }, new[] { 0.45f, 0.50f })]
    [InlineData("passages", new[] { 0.2f, 0.19f }, new[] { 0.2f, 0.7f })]
    [InlineData("passages", new[] { 2f, 2 }, new[] { 0.2f, 0.3f })]
    public void Of_a_few_hits_the_larger_difference_decides(string decides, float[] scores, float[] cosines)
    {
        var added = PassageScores.Added(scores, [.. cosines], 1.4f);
        var sums = scores.Zip(added, (score, addition) => score + addition).ToList();
        Assert.Equal(decides == "words" ? sums.OrderDescending() : sums.Order(), sums);
        Assert.Equal(sums.Count, sums.Distinct().Count());
    }

    [Fact]
    public void An_article_without_passages_counts_as_an_average_one()
    {
        var added = PassageScores.Added([4, 3, 2, 1], [0.1f, null, 0.3f, 0.2f], 1);
        Assert.Equal(added[3], added[1], 1e-5f);
        Assert.Equal([0f, 0, 0], PassageScores.Added([3, 2, 1], [null, null, null], 1));
        Assert.Equal([0f, 0, 0], PassageScores.Added([3, 2, 1], [null, 0.9f, null], 1));
    }

    [Fact]
    public void Nothing_is_taken_away_and_a_difference_is_that_of_standard_scores() =>
        Gen.Select(Gen.Select(Gen.Float[0, 50], AnyCosine).Array[2, 60], Gen.Float[0, 3]).Sample((hits, weight) =>
        {
            float[] scores = [.. hits.Select(hit => hit.Item1)];
            float?[] cosines = [.. hits.Select(hit => hit.Item2)];
            var added = PassageScores.Added(scores, cosines, weight);
            Assert.All(added, each => Assert.True(each >= 0));
            if (!cosines.Any(cosine => cosine is not null))
                return;
            var ofScores = Deviation([.. scores], 0.13 * scores.Max());
            var ofCosines = Deviation(cosines.OfType<float>(), 0.12);
            var mean = cosines.OfType<float>().Average(cosine => (double)cosine);
            for (var i = 1; i < hits.Length; i++)
            {
                var difference = ((cosines[i] ?? mean) - (cosines[0] ?? mean)) / ofCosines;
                Assert.Equal(weight * ofScores * difference, added[i] - added[0], 1e-2);
            }
        });

    [Fact]
    public void A_window_of_200_hits_is_measured_by_its_own_deviations()
    {
        var hits = Enumerable.Range(0, 200).ToList();
        var added = PassageScores.Added([.. hits.Select(i => 20 - (0.05f * i))], [.. hits.Select(i => (float?)(0.002f * i))], 1);
        // Both are even: from first to last the cosines gain what the scores lose.
        Assert.InRange(added[^1] - added[0], 0.98 * 0.05 * 199, 1.02 * 0.05 * 199);
    }

    private static Gen<float?> AnyCosine =>
        Gen.Select(Gen.Float[-1, 1], Gen.Int[0, 4], (cosine, chance) => chance == 0 ? null : (float?)cosine);

    /// <summary>Deviation of the values and of five more that are as far from their mean as is usual.</summary>
    private static double Deviation(IEnumerable<float> values, double usual)
    {
        var all = values.Select(value => (double)value).ToList();
        var mean = all.Average();
        return Math.Sqrt(all.Select(value => Math.Pow(value - mean, 2)).Concat(Enumerable.Repeat(usual * usual, 5)).Average());
    }
}
