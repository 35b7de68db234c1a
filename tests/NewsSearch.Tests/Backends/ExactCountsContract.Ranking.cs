using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <content>What ranks higher.</content>
public abstract partial class ExactCountsContract
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

    [Theory]
    [InlineData("elections", "elections are held", "an election is held")]
    [InlineData("election", "an election is held", "elections are held")]
    [InlineData("woman", "the woman was seen", "the women was seen")]
    [InlineData("São", "in São he was", "in Sao he was")]
    [InlineData("vote elections", "vote in elections today", "vote in election today")]
    public async Task An_article_with_the_form_that_was_typed_ranks_above_one_with_another(string typed, string first, string second)
    {
        await WriteAsync(Body("2", first), Body("1", second), Body("3", "nothing of it"));
        Assert.Equal(["2", "1"], await IdsAsync(typed));
        await using var searcher = OpenSearcher();
        var explained = await searcher.ExplainAsync(Plan(typed), "2", CancellationToken.None);
        Assert.True(Assert.Single(explained!.Parts, part => part.Kind == ScorePartKind.TypedForm).Score > 0);
        Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 0.001);
    }
}
