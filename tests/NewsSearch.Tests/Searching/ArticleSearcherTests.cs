using System.Collections.Concurrent;
using System.Diagnostics;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching;
using NewsIndex.Tracing;
using NewsSearch.Tests.Entities;
using NewsSearch.Tests.Generations;

namespace NewsSearch.Tests.Searching;

/// <summary>What the searcher does over any engine, shown over a list of articles.</summary>
public sealed class ArticleSearcherTests
{
    private readonly MemoryCorrectionLog corrections = new(TimeProvider.System);

    [Theory]
    [InlineData("storm OR harbour", 0, 2)]
    [InlineData("storm OR harbour", 3, 2)]
    [InlineData("storm OR harbour", 4, 1)]
    [InlineData("storm OR harbour", 5, 7)]
    [InlineData("storm OR harbour", 500, 3)]
    [InlineData("storm", 5, 3)]
    public async Task Pages_and_exports_cut_one_list_whatever_the_window(string typed, int window, int pageSize)
    {
        var searcher = SearcherOf(Storms(), window);
        var whole = await searcher.SearchAsync(Plan(typed, 100), CancellationToken.None);
        Assert.Equal(whole.Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal), whole.Hits);
        Assert.Equal(whole.Total.Articles, whole.Hits.Count);

        var paged = new List<Hit>();
        for (PageCursor? after = null; ;)
        {
            var page = await searcher.SearchAsync(Plan(typed, pageSize) with { After = after }, CancellationToken.None);
            paged.AddRange(page.Hits);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(Listed(whole.Hits), Listed(paged));
        Assert.Equal(Listed(whole.Hits), Listed(await ExportedAsync(searcher, Plan(typed, 1))));
        var rest = Plan(typed, 1) with { After = whole.Hits[1].Cursor };
        Assert.Equal(Listed(whole.Hits.Skip(2)), Listed(await ExportedAsync(searcher, rest)));
    }

    [Fact]
    public async Task Words_side_by_side_rank_first_inside_the_window_alone()
    {
        var articles = ListOf(
            Body("a", "storm storm storm harbour harbour"), Body("b", "harbour then storm storm"), Body("c", "the storm harbour"));
        Assert.Equal(["a", "b", "c"], await IdsAsync(SearcherOf(articles, 0), "storm harbour"));
        Assert.Equal(["a", "b", "c"], await IdsAsync(SearcherOf(articles, 2, phrase: 10), "storm harbour"));
        Assert.Equal(["a", "c", "b"], await IdsAsync(SearcherOf(articles, 3, phrase: 10), "storm harbour"));
    }

    [Theory]
    [InlineData("storm harbour", 3, HitOrder.Relevance, "translate, select and rank, rescore, read hits")]
    [InlineData("storm harbour", 3, HitOrder.Newest, "translate, select and rank, read hits")]
    [InlineData("storm harbour", 0, HitOrder.Relevance, "translate, count")]
    public async Task The_stages_of_a_search_are_spans(string typed, int pageSize, HitOrder order, string stages)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == IndexTrace.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        // Other tests search at the same time.
        using var ours = new Activity("test").Start();
        await SearcherOf(Storms()).SearchAsync(Plan(typed, pageSize) with { Order = order }, CancellationToken.None);
        Assert.Equal(
            stages, string.Join(", ", ended.Where(span => span.TraceId == ours.TraceId).Select(span => span.DisplayName)));
    }

    [Fact]
    public async Task A_page_takes_few_requests_however_many_hits_it_has()
    {
        var articles = Storms();
        var plan = Plan("storm OR harbour", 20) with { Detail = HitDetail.Snippets };
        await SearcherOf(articles, 10).SearchAsync(plan, CancellationToken.None);
        Assert.Equal(
            [
                "TranslateAsync", "StatisticsAsync", "FirstAsync", "ReadWindowAsync", "FindWordsAsync", "ReadPositionsAsync",
                "FindWordsAsync", "FetchMatchesAsync",
            ], articles.Requests);
    }

    [Fact]
    public async Task Approximate_numbers_stay_approximate()
    {
        var searcher = SearcherOf(Storms());
        Assert.Equal(
            CountRelation.Approximate, (await searcher.SearchAsync(Plan("storm", 3), CancellationToken.None)).Total.Relation);
        Assert.Equal(
            CountRelation.Approximate, (await searcher.SearchAsync(Plan("storm", 0), CancellationToken.None)).Total.Relation);
        var plan = new AggregatePlan { Query = Read("storm"), Facets = [FacetField.Source] };
        var counted = await searcher.AggregateAsync(plan, CancellationToken.None);
        Assert.Equal(CountRelation.Approximate, counted.Total.Relation);
        Assert.Equal(CountRelation.Approximate, Assert.Single(counted.Facets).Relation);
    }

    [Fact]
    public async Task A_selection_narrows_all_counts_but_those_of_its_own_facet()
    {
        var plan = new AggregatePlan
        {
            Query = Read("storm OR harbour"),
            Facets = [FacetField.Source],
            WithTerms = true,
            Selections = [new FacetSelection(FacetField.Source, ["Herald"])],
        };
        var counted = await SearcherOf(Storms()).AggregateAsync(plan, CancellationToken.None);
        Assert.Equal(6, counted.Total.Articles);
        Assert.Equal(["Herald 6", "Times 6"], counted.Facets[0].Values.Select(value => $"{value.Name} {value.Articles}").Order());
        Assert.Equal(6, counted.Terms!.Sample);
        Assert.Contains(counted.Terms.Top, term => term.Word == "storm");
    }

    [Fact]
    public async Task An_empty_page_says_what_would_find_something()
    {
        var searcher = SearcherOf(Storms());
        var page = await searcher.SearchAsync(Plan("strom harbour zebra", 10), CancellationToken.None);
        Assert.Equal(["strom", "zebra"], page.Empty!.Missing);
        Assert.Equal([("strom", 0L, 0L), ("harbour", 12L, 0L), ("zebra", 0L, 0L)],
            page.Empty.Clauses.Select(clause => (clause.Text, clause.Alone, clause.Without)));

        var misspelt = await searcher.SearchAsync(Plan("strom", 10), CancellationToken.None);
        Assert.Equal([(AlternativeChange.Spelling, "storm", 12L)],
            misspelt.Empty!.Alternatives.Select(each => (each.Change, each.Query, each.Articles)));
        var source = new Query.And([Read("storm"), new Query.Labelled(ArticleLabel.Source, "Tines")]);
        var similar = await searcher.SearchAsync(Plan("storm", 10) with { Query = source }, CancellationToken.None);
        Assert.Contains(similar.Empty!.Alternatives, each => each.Replacement == "source:\"Times\"" && each.Articles == 6);
        var widened = await searcher.SearchAsync(Plan("\"harbour harbour storm\"", 10), CancellationToken.None);
        Assert.Contains(widened.Empty!.Alternatives, each => each.Change == AlternativeChange.Widened && each.Articles == 12);
    }

    [Fact]
    public async Task Explanations_add_up_to_the_score_of_the_page()
    {
        var searcher = SearcherOf(Storms(), 4);
        var plan = Plan("storm OR harbour", 100);
        foreach (var hit in (await searcher.SearchAsync(plan, CancellationToken.None)).Hits)
        {
            var explained = await searcher.ExplainAsync(plan, hit.Id, CancellationToken.None);
            Assert.Equal(hit.Score, explained!.Score, 1e-3);
            Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 1e-3);
        }

        Assert.False((await searcher.ExplainAsync(Plan("zebra", 1), "00", CancellationToken.None))!.Matches);
        Assert.Null(await searcher.ExplainAsync(plan, "none", CancellationToken.None));
    }

    [Fact]
    public async Task Feedback_prefers_articles_with_the_words_of_the_best_hits_and_finds_no_other()
    {
        var articles = ListOf(
            Body("a", "storm storm gale"), Body("b", "storm storm gale"), Body("c", "storm"), Body("d", "storm gale"), Body("e", "gale"));
        var plan = Plan("storm", 10) with { UsesFeedback = true };
        Assert.Equal(["a", "b", "c", "d"], await IdsAsync(SearcherOf(articles), "storm"));
        var page = await SearcherOf(articles).SearchAsync(plan, CancellationToken.None);
        Assert.Equal(["a", "b", "d", "c"], page.Hits.Select(hit => hit.Id));
    }

    [Fact]
    public async Task Marks_become_snippets_and_matches()
    {
        var searcher = SearcherOf(ListOf(new Article { Id = "a", Headline = "storm warning", Body = "a storm came" }));
        var hit = Assert.Single((await searcher.SearchAsync(
            Plan("storm", 1) with { Detail = HitDetail.Snippets }, CancellationToken.None)).Hits);
        Assert.Equal(["headline 0-5", "body 2-7"],
            hit.Snippets.SelectMany(snippet => snippet.Matches.Select(range => $"{snippet.Field} {range.Start}-{range.End}")));
        var marked = Assert.Single((await searcher.SearchAsync(
            Plan("storm", 1) with { Detail = HitDetail.Matches }, CancellationToken.None)).Hits);
        Assert.Equal(new TextRange(2, 7), Assert.Single(marked.Matches!.Body));
    }

    [Fact]
    public async Task Suggestions_come_from_sources_words_headlines_and_spellings()
    {
        var article = new Article { Id = "", Headline = "storm warning", Source = "Storm Courier" };
        var searcher = SearcherOf(ListOf([.. Enumerable.Range(0, 25).Select(i => article with { Id = $"{i:00}" })]));
        var suggested = await searcher.SuggestAsync("sto", Read("sto"), 3, CancellationToken.None);
        Assert.Equal(["Source Storm Courier 25", "Word storm 25", "Headline storm warning 1"],
            suggested.Items.DistinctBy(item => item.Text).Select(item => $"{item.Kind} {item.Text} {item.Articles}"));
        Assert.Equal("storm", (await searcher.SuggestAsync("strom", Read("strom"), 3, CancellationToken.None)).Correction!.Query);
    }

    [Fact]
    public async Task The_scope_of_a_call_is_that_of_its_view()
    {
        var articles = Storms();
        var (searcher, scope) = (SearcherOf(articles), ArticleScope.OfSources("Times"));
        Assert.Equal(6, (await searcher.SearchAsync(Plan("storm", 10), scope, CancellationToken.None)).Total.Articles);
        Assert.Equal(6, (await searcher.DescribeAsync(scope, CancellationToken.None)).Articles);
        Assert.NotNull(await searcher.FindAsync("00", scope, CancellationToken.None));
        Assert.Null(await searcher.FindAsync("01", scope, CancellationToken.None));
        Assert.Null(await searcher.ExplainAsync(Plan("storm", 10), "01", scope, CancellationToken.None));
        Assert.Null(await searcher.FindSimilarAsync("01", new RankingPage(3), scope, CancellationToken.None));
    }

    [Fact]
    public async Task Later_pages_read_the_generation_of_the_first()
    {
        var articles = Storms();
        var searcher = SearcherOf(articles);
        var old = await searcher.SearchAsync(Plan("storm", 10) with { Generation = ListedArticles.Oldest }, CancellationToken.None);
        Assert.Equal(1, old.Total.Articles);
        var cursor = new PageCursor(ListedArticles.Oldest, long.MaxValue, "");
        var later = await searcher.SearchAsync(
            Plan("storm", 10) with { After = cursor, Generation = ListedArticles.Newest }, CancellationToken.None);
        Assert.Equal(ListedArticles.Oldest, later.Generation);
        await Assert.ThrowsAsync<GenerationExpiredException>(
            () => searcher.SearchAsync(Plan("storm", 10) with { Generation = new Generation(1, 1) }, CancellationToken.None));
    }

    [Fact]
    public async Task Every_call_disposes_of_its_view_even_when_it_fails_or_is_abandoned()
    {
        var articles = Storms();
        var searcher = SearcherOf(articles);
        var entity = new EntityReference(EntityType.Person, "Q1");
        await searcher.SearchAsync(Plan("storm", 3), CancellationToken.None);
        await searcher.EstimateAsync(Read("storm"), CancellationToken.None);
        await searcher.SuggestAsync("sto", null, 3, CancellationToken.None);
        await searcher.AggregateAsync(new AggregatePlan { Query = Read("storm") }, CancellationToken.None);
        Assert.NotEmpty((await searcher.FindSimilarAsync("00", 3, CancellationToken.None))!.Entries);
        Assert.NotNull(await searcher.FindAsync("00", CancellationToken.None));
        Assert.Null(await searcher.FindAsync("none", CancellationToken.None));
        Assert.Single(await searcher.ListRevisionsAsync("00", CancellationToken.None));
        Assert.Empty(await searcher.ListRevisionsAsync("none", CancellationToken.None));
        Assert.Null(await searcher.FindEntityAsync(entity, CancellationToken.None));
        Assert.Empty((await searcher.MatchEntitiesAsync("smith", null, 3, CancellationToken.None)).Page.Entries);
        Assert.Empty((await searcher.ListCooccurrencesAsync(entity, null, 3, CancellationToken.None)).Entries);
        Assert.Equal(12, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
        await foreach (var _ in searcher.ExportAsync(Plan("storm", 1), CancellationToken.None))
            break;
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => searcher.SearchAsync(Plan("storm", 3), stopped.Token));
        Assert.Equal(0, articles.Open);
    }

    /// <summary>Twelve articles with both words, one to six times each; half of each source.</summary>
    private static ListedArticles Storms() => ListOf([.. Enumerable.Range(0, 12).Select(i => Body(
        $"{i:00}",
        string.Join(' ', Enumerable.Repeat("storm", 1 + (i * 5 % 6))) + (i % 3 == 0 ? " " : " over the quiet ")
            + string.Join(' ', Enumerable.Repeat("harbour", 1 + (i * 7 % 4)))) with { Source = i % 2 == 0 ? "Times" : "Herald" })]);

    private static ListedArticles ListOf(params Article[] articles) => new(articles);

    private static Article Body(string id, string body) => new() { Id = id, Body = body, Language = "en" };

    private ArticleSearcher SearcherOf(ListedArticles articles, int window = 500, float phrase = 0.5f) => new(
        articles, new RankingOptions { RescoringWindow = window, PhraseWeight = phrase, FeedbackWeight = 1 },
        new CitedCorrections(corrections, new MemoryPins(corrections, TimeProvider.System)));

    private static Query Read(string typed) => QueryReader.Read(typed).Query!;

    private static QueryPlan Plan(string typed, int pageSize) => new() { Query = Read(typed), PageSize = pageSize, Detail = HitDetail.Id };

    private static async Task<IEnumerable<string>> IdsAsync(ArticleSearcher searcher, string typed) =>
        (await searcher.SearchAsync(Plan(typed, 100), CancellationToken.None)).Hits.Select(hit => hit.Id);

    private static IEnumerable<(string, float)> Listed(IEnumerable<Hit> hits) => hits.Select(hit => (hit.Id, hit.Score));

    private static async Task<List<Hit>> ExportedAsync(ArticleSearcher searcher, QueryPlan plan)
    {
        var hits = new List<Hit>();
        await foreach (var hit in searcher.ExportAsync(plan, CancellationToken.None))
            hits.Add(hit);
        return hits;
    }
}
