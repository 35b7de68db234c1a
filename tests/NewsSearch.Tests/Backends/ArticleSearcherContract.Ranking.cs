namespace NewsSearch.Tests.Backends;

/// <content>What ranks higher.</content>
public abstract partial class ArticleSearcherContract
{
    [Theory]
    [InlineData("oil price", "the price of oil, as oil goes", "as goes the oil price of")]
    [InlineData("oil OR price", "the price of oil, as oil goes", "as goes the oil price of")]
    [InlineData("bank of england", "england has a bank", "a bank of england")]
    public async Task Words_that_stand_side_by_side_as_typed_rank_higher(string typed, string apart, string together)
    {
        await WriteAsync(Body("1", apart), Body("2", together));
        Assert.Equal(["2", "1"], await IdsAsync(typed));
    }

    [Fact]
    public async Task Of_articles_with_as_many_of_the_words_the_one_about_the_matter_ranks_higher_and_no_other_is_added()
    {
        await WriteAsync(
            Body("1", "Troops took part in a parade, and a minister praised the weather, the band and the cakes on offer."),
            Body("2", "Troops fired on rebels, and a minister praised the soldiers, the army and the ceasefire on offer."),
            Body("3", "Rebels and soldiers fought on."));
        Assert.Equal(["2", "1"], await IdsAsync("troops minister praised war OR (troops minister praised offer)"));
        Assert.Equal(["2", "1"], await IdsAsync("minister praised troops offer"));
    }

    [Fact]
    public async Task Filters_add_nothing_to_a_score()
    {
        await WriteAsync(Dated("1", "1987") with { Body = "storm", Source = "A" }, Body("2", "calm"));
        var plain = await SearchAsync("storm");
        var filtered = await SearchAsync("storm date:1987 source:A");
        Assert.Equal(plain.Hits[0].Score, filtered.Hits[0].Score);
        Assert.True(plain.Hits[0].Score > 0);
    }
}
