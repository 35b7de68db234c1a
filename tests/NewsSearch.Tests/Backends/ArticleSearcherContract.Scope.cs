using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>What a caller sees who may see some of the articles.</content>
public abstract partial class ArticleSearcherContract
{
    /// <summary>Another index of the same engine.</summary>
    private protected abstract ArticleSearcherContract Another();

    [Fact]
    public async Task No_answer_has_a_word_of_a_hidden_article()
    {
        await WriteScopedAsync(_ => true);
        await using var searcher = OpenSearcher();
        var whole = await ScopedAnswers.OfAsync(searcher, ArticleScope.Everything);
        Assert.Contains(ScopedArticles.Mark, whole["search storm"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(ScopedArticles.Mark, whole["suggest zyx"], StringComparison.OrdinalIgnoreCase);
        foreach (var scope in ScopedArticles.Scopes)
        {
            foreach (var (question, answer) in await ScopedAnswers.OfAsync(searcher, scope))
            {
                // An answer may repeat what was asked.
                if (!question.Contains(ScopedArticles.Mark, StringComparison.OrdinalIgnoreCase))
                    Assert.False(answer.Contains(ScopedArticles.Mark, StringComparison.OrdinalIgnoreCase), $"{question}: {answer}");
            }
        }
    }

    [Fact]
    public async Task A_scope_shows_the_articles_that_its_filter_matches()
    {
        await WriteScopedAsync(_ => true);
        await using var searcher = OpenSearcher();
        Assert.Equal(ScopedArticles.VisibleIds, await VisibleAsync(searcher, ScopedArticles.Scopes[0]));
        Assert.Equal(["v1", "v3", "v5", "v7"], await VisibleAsync(searcher, ArticleScope.OfSources("TIMES")));
        Assert.Equal(["v3", "v4", "zyx4"], await VisibleAsync(searcher, ArticleScope.Of(QueryReader.Read("date:1988").Query!)));
        Assert.Equal(["v3"], await VisibleAsync(searcher, ArticleScope.Of(new Query.Labelled(ArticleLabel.Language, "fr"))));
        Assert.Equal(15, (await VisibleAsync(searcher, ArticleScope.Everything)).Count);
    }

    [Fact]
    public async Task A_source_that_no_article_has_shows_nothing()
    {
        await WriteScopedAsync(_ => true);
        await using var searcher = OpenSearcher();
        foreach (var scope in (ArticleScope[])[ArticleScope.OfSources("The Nowhere Post"), ArticleScope.OfSources(), ArticleScope.Nothing])
        {
            Assert.Empty(await VisibleAsync(searcher, scope));
            var info = await searcher.DescribeAsync(scope, CancellationToken.None);
            Assert.Equal((0, 0, null), (info.Articles, info.DistinctTexts, info.FirstDate));
            Assert.Empty(info.Sources);
            Assert.Null(await searcher.FindAsync("v1", scope, CancellationToken.None));
            Assert.Empty((await searcher.SuggestAsync("sto", null, 10, scope, CancellationToken.None)).Items);
        }
    }

    /// <summary>A cursor is a place in an order: it shows nothing before the scope has been applied to what follows.</summary>
    [Fact]
    public async Task A_cursor_of_one_scope_shows_no_hidden_article_under_another()
    {
        await WriteScopedAsync(_ => true);
        await using var searcher = OpenSearcher();
        foreach (var order in Enum.GetValues<HitOrder>())
        {
            var plan = Plan("storm OR bank OR minister") with { Order = order, PageSize = 100, Detail = HitDetail.Id };
            foreach (var hit in (await searcher.SearchAsync(plan, ArticleScope.Everything, CancellationToken.None)).Hits)
            {
                var rest = await searcher.SearchAsync(
                    plan with { After = hit.Cursor }, ScopedArticles.Scopes[0], CancellationToken.None);
                Assert.Subset(ScopedArticles.VisibleIds.ToHashSet(), rest.Hits.Select(each => each.Id).ToHashSet());
            }
        }
    }

    [Fact]
    public async Task Pages_under_a_scope_cut_one_list()
    {
        await WriteScopedAsync(_ => true);
        await using var searcher = OpenSearcher();
        var scope = ScopedArticles.Scopes[0];
        var plan = Plan("storm OR bank OR minister OR harbour prices") with { Detail = HitDetail.Id };
        var whole = await searcher.SearchAsync(plan with { PageSize = 100 }, scope, CancellationToken.None);
        Assert.Equal(whole.Total.Articles, whole.Hits.Count);
        var paged = new List<string>();
        for (PageCursor? after = null; ;)
        {
            var page = await searcher.SearchAsync(plan with { PageSize = 2, After = after }, scope, CancellationToken.None);
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(whole.Hits.Select(hit => hit.Id), paged);
    }

    [Fact]
    public async Task An_older_generation_is_scoped_as_it_was()
    {
        await WriteAsync(ScopedArticles.Commits[0]);
        await using var searcher = OpenSearcher();
        var old = await GenerationOfAsync(searcher);
        await WriteAsync(ScopedArticles.Commits[1]);
        await WriteAsync(Body("zyx1", "moved to the Times") with { Source = "Times" });
        await Eventually.TrueAsync(async () => (await GenerationOfAsync(searcher)) is var now && now.Number == old.Number + 6);

        var times = ArticleScope.OfSources("Times");
        Assert.Equal(["v1", "v3", "v5", "zyx1"], await VisibleAsync(searcher, times));
        Assert.Equal(["v1"], await VisibleAsync(searcher, times, old));
        var counted = await searcher.AggregateAsync(
            new AggregatePlan { Query = new Query.Everything(), Facets = [FacetField.Source], Generation = old }, times,
            CancellationToken.None);
        Assert.Equal(["Times 1"], counted.Facets[0].Values.Select(value => $"{value.Name} {value.Articles}"));
    }

    [Fact]
    public async Task Replaced_texts_are_seen_with_the_current_one()
    {
        await WriteAsync(
            Body("in", "first") with { Source = "Zyx Gazette" }, Body("out", "first") with { Source = "Times" },
            Body("zyx", "first") with { Source = "Zyx Gazette" });
        await WriteAsync(
            Body("in", "second") with { Source = "Times" }, Body("out", "second") with { Source = "Zyx Gazette" },
            Body("zyx", "second") with { Source = "Zyx Gazette" });
        await using var searcher = OpenSearcher();
        var times = ArticleScope.OfSources("Times");
        Assert.Equal(["second", "first"],
            (await searcher.ListRevisionsAsync("in", times, CancellationToken.None)).Select(text => text.Article.Body));
        Assert.Empty(await searcher.ListRevisionsAsync("out", times, CancellationToken.None));
        Assert.Empty(await searcher.ListRevisionsAsync("zyx", times, CancellationToken.None));
        Assert.Equal(["in"], await VisibleAsync(searcher, times));
        Assert.Equal(1, (await searcher.DescribeAsync(times, CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task A_group_of_copies_is_named_by_a_visible_article()
    {
        await WriteScopedAsync(_ => true);
        await using var searcher = OpenSearcher();
        Assert.Equal("zyx1", (await searcher.FindAsync("v4", CancellationToken.None))!.CopyGroup);
        foreach (var id in (string[])["v1", "v4"])
            Assert.Equal("v1", (await searcher.FindAsync(id, ScopedArticles.Scopes[0], CancellationToken.None))!.CopyGroup);
        foreach (var (scope, first, copies) in new[]
        {
            (ArticleScope.Everything, "zyx1", new[] { "v1", "v4", "zyx1" }),
            (ScopedArticles.Scopes[0], "v1", ["v1", "v4"]),
        })
        {
            var listed = await searcher.ListCopiesAsync(Plan("*"), "v4", scope, CancellationToken.None);
            Assert.Equal(first, listed!.FirstId);
            Assert.Equal(copies, listed.Page.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
            var found = await searcher.SearchAsync(Plan("copies:v4"), scope, CancellationToken.None);
            Assert.Equal(copies, found.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        }

        Assert.Null(await searcher.ListCopiesAsync(Plan("*"), "zyx1", ScopedArticles.Scopes[0], CancellationToken.None));
        Assert.Empty((await searcher.SearchAsync(Plan("copies:zyx1"), ScopedArticles.Scopes[0], CancellationToken.None)).Hits);
        // The only copy of v7 is hidden.
        var copied = await searcher.SearchAsync(Plan("dup:only"), ScopedArticles.Scopes[0], CancellationToken.None);
        Assert.Equal(["v1", "v4"], copied.Hits.Select(hit => hit.Id).Order());
    }

    /// <param name="isWritten">Tells the articles to write; each commit has at least one.</param>
    private protected async Task WriteScopedAsync(Func<Article, bool> isWritten)
    {
        foreach (var commit in ScopedArticles.Commits)
            await WriteAsync([.. commit.Where(isWritten)]);
    }

    private static async Task<Generation> GenerationOfAsync(IArticleSearcher searcher) =>
        (await searcher.DescribeAsync(CancellationToken.None)).Generation;

    private static async Task<IReadOnlyList<string>> VisibleAsync(
        IArticleSearcher searcher, ArticleScope scope, Generation? generation = null)
    {
        var plan = new QueryPlan
        {
            Query = new Query.Everything(),
            PageSize = 100,
            Detail = HitDetail.Id,
            Order = HitOrder.Newest,
            Generation = generation,
        };
        return [.. (await searcher.SearchAsync(plan, scope, CancellationToken.None)).Hits.Select(hit => hit.Id).Order()];
    }
}
