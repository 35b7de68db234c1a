using NewsIndex.Articles;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>The near-duplicates of an article.</content>
public abstract partial class ArticleSearcherContract
{
    [Fact]
    public async Task Copies_of_an_article_are_listed_by_date_and_measured_against_the_first()
    {
        const string Story =
            "The harbour was closed on Friday morning after a ship ran aground in thick fog near the northern pier, the port authority "
            + "said. Nobody was hurt, and tugs will try to free her at high water tonight.";
        await WriteAsync(
            InYear("first", 1987, Story), InYear("older", 1986, Story + " Ferries are late."), InYear("alone", 1985, "Frost."));
        await WriteAsync(Body("undated", Story.ToUpperInvariant()), InYear("other", 1986, Story[..60]));
        await using var searcher = OpenSearcher();
        var earlier = (await searcher.DescribeAsync(CancellationToken.None)).Generation;
        var plan = new QueryPlan { Query = new Query.Everything(), Order = HitOrder.Oldest, PageSize = 2 };
        foreach (var id in (string[])["first", "undated"])
        {
            var page = await searcher.ListCopiesAsync(plan, id, ArticleScope.Everything, CancellationToken.None);
            var rest = await searcher.ListCopiesAsync(
                plan with { After = page!.Page.Next }, id, ArticleScope.Everything, CancellationToken.None);
            Assert.Equal(["older", "first", "undated"], page.Page.Hits.Concat(rest!.Page.Hits).Select(hit => hit.Id));
            Assert.Equal(("first", 3L, null), (page.FirstId, page.Page.Total.Articles, rest.Page.Next));
            Assert.Equal([1.0, 1.0], [page.Resemblances[1], rest.Resemblances[0]]);
            Assert.InRange(page.Resemblances[0], 0.8, 0.99);
        }

        var alone = await searcher.ListCopiesAsync(plan, "alone", ArticleScope.Everything, CancellationToken.None);
        Assert.Equal(["alone"], alone!.Page.Hits.Select(hit => hit.Id));
        Assert.Equal(("alone", 1.0), (alone.FirstId, alone.Resemblances.Single()));
        Assert.Null(await searcher.ListCopiesAsync(plan, "nowhere", ArticleScope.Everything, CancellationToken.None));

        // A generation keeps its copies, with the texts that they had.
        await WriteAsync(InYear("older", 1986, "Quite another text, about frost and nothing else at all."));
        await Eventually.TrueAsync(async () => (await searcher.DescribeAsync(CancellationToken.None)).Generation != earlier);
        var then = await searcher.ListCopiesAsync(
            plan with { Generation = earlier, PageSize = 9 }, "undated", ArticleScope.Everything, CancellationToken.None);
        Assert.Equal(["older", "first", "undated"], then!.Page.Hits.Select(hit => hit.Id));
        var now = await searcher.ListCopiesAsync(plan with { PageSize = 9 }, "undated", ArticleScope.Everything, CancellationToken.None);
        Assert.DoesNotContain("older", now!.Page.Hits.Where((_, i) => now.Resemblances[i] >= 0.8).Select(hit => hit.Id));
    }

    /// <summary>Without a notice, a mistyped id looks like an article without copies, or with NOT like a filter that works.</summary>
    [Theory]
    [InlineData("copies:\"no/where\"", 0)]
    [InlineData("frost OR copies:\"no/where\"", 1)]
    [InlineData("frost -(rain OR copies:\"no/where\")", 1)]
    public async Task An_id_of_no_article_is_told(string typed, int found)
    {
        await WriteAsync(Body("here", "frost"));
        await using var searcher = OpenSearcher();
        string[] expected = ["No article has the id \"no/where\": copies:\"no/where\" matches nothing."];
        var query = QueryReader.Read(typed).Query!;
        var plan = new QueryPlan { Query = query, PageSize = 5 };
        var page = await searcher.SearchAsync(plan, CancellationToken.None);
        Assert.Equal(found, page.Total.Articles);
        Assert.Equal(expected, page.Notices);
        Assert.Equal(expected, (await searcher.AggregateAsync(new AggregatePlan { Query = query }, CancellationToken.None)).Notices);
        Assert.Equal(expected, (await searcher.FindMatchesAsync(plan, "here", CancellationToken.None))!.Notices);
        var right = plan with { Query = QueryReader.Read(typed.Replace("no/where", "here", StringComparison.Ordinal)).Query! };
        Assert.Empty((await searcher.SearchAsync(right, CancellationToken.None)).Notices);
    }

    private static Article InYear(string id, int year, string body) => Body(id, body) with { Published = Dated(id, $"{year}").Published };
}
