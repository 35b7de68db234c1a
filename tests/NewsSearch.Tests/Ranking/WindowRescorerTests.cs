using CsCheck;
using NewsIndex.Queries;
using NewsIndex.Ranking;

namespace NewsSearch.Tests.Ranking;

/// <summary>Rescoring without an engine: statistics and hits are made by hand.</summary>
public sealed class WindowRescorerTests
{
    private static readonly RescoringWeights Weights = new(new OkapiBm25(1.2f, 0.75f), 0.9f, 1, 0.75f, 0.3f);

    [Theory]
    [InlineData("storm", false, false)]
    [InlineData("storm coast", true, false)]
    [InlineData("storm AND (coast OR harbour)", false, true)]
    [InlineData("storm coast harbour", true, true)]
    [InlineData("\"storm coast harbour\"", false, false)]
    [InlineData("storm headline:coast", false, false)]
    [InlineData("storm NOT (coast OR harbour)", false, false)]
    [InlineData("storm^2 coast harbour", true, true)]
    public void Pairs_need_two_words_side_by_side_and_embeddings_three_words(string typed, bool hasPairs, bool hasMeaning)
    {
        var rescorer = WindowRescorer.Of(QueryReader.Read(typed).Query!, new Statistics(), Weights);
        Assert.Equal((hasPairs, hasMeaning), (rescorer?.Terms.Any(term => term.HasPositions) == true, rescorer?.Meaning is not null));
    }

    [Fact]
    public void A_rescored_hit_never_scores_less() =>
        Gen.Select(Gen.Float[0, 50], Gen.Float[0, 1], Gen.Float[-1, 1], Gen.Int[0, 3].Array[3])
        .Sample((words, age, cosine, counts) =>
        {
            var rescorer = WindowRescorer.Of(QueryReader.Read("storm coast harbour").Query!, new Statistics(), Weights)!;
            var hit = Hit(rescorer, words, age, cosine, term => Enumerable.Range(0, counts[term.Length % 3]));
            Assert.True(rescorer.Score(hit) >= hit.Score);
            Assert.Equal(rescorer.Score(hit), hit.Score + (rescorer.Added(hit).Sum * age), 1e-4f);
        });

    [Theory]
    [InlineData(new[] { 3 }, new[] { 4 }, true)]
    [InlineData(new[] { 3 }, new[] { 5 }, false)]
    [InlineData(new[] { 4 }, new[] { 3 }, false)]
    [InlineData(new[] { 1, 3, 9 }, new[] { 2, 10 }, true)]
    [InlineData(new int[0], new[] { 2 }, false)]
    public void Words_side_by_side_count_in_the_order_of_the_query(int[] storm, int[] coast, bool counts)
    {
        var rescorer = WindowRescorer.Of(QueryReader.Read("storm coast").Query!, new Statistics(), Weights)!;
        var hit = Hit(rescorer, 5, 1, 0, term => term.Contains("storm", StringComparison.Ordinal) ? storm : coast);
        Assert.Equal(counts, rescorer.Added(hit).Pairs > 0);
    }

    [Fact]
    public void Pairs_score_as_one_term_whose_idf_is_that_of_both()
    {
        var rescorer = WindowRescorer.Of(QueryReader.Read("storm coast").Query!, new Statistics(), Weights)!;
        var hit = Hit(rescorer, 5, 1, 0, term => term.Contains("storm", StringComparison.Ordinal) ? [1, 7] : [2, 8]);
        Assert.Equal(0.75 * Weights.Bm25.Score(4, 2, 80, 100), rescorer.Added(hit).Pairs, 1e-4);
    }

    private static WindowHit Hit(WindowRescorer rescorer, float words, float age, float cosine, Func<string, IEnumerable<int>> positions)
    {
        int[][] places = [.. rescorer.Terms.Select(term => positions(term.Term).ToArray())];
        return new WindowHit(words * age, words, age, NewsIndex.Analysis.LanguageAnalysis.NumberOf("en"), 80, cosine,
            [.. places.Select(each => each.Length)], places);
    }

    /// <summary>Every term has an idf of 2, every article 100 words.</summary>
    private sealed class Statistics : ITermStatistics
    {
        public IReadOnlyList<string> Languages => ["en"];

        public float Idf(string term, int language) => 2;

        public float AverageLength(int language) => 100;
    }
}
