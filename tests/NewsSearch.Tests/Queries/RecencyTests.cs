using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

public sealed class RecencyTests
{
    private static readonly Recency Week = new(TimeSpan.FromDays(7), new DateTimeOffset(2026, 4, 15, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 0.75)]
    [InlineData(14, 0.625)]
    [InlineData(-3, 1)]
    public void Half_of_the_score_decays_with_age(int days, double weight) =>
        Assert.Equal(weight, Week.Weight(Week.Now.AddDays(-days)), precision: 12);

    [Fact]
    public void An_article_without_a_date_counts_as_old() => Assert.Equal(0.5, Week.Weight(null));

    [Fact]
    public void The_weight_never_falls_below_a_half() => Assert.True(Week.Weight(DateTimeOffset.MinValue) >= 0.5);
}
