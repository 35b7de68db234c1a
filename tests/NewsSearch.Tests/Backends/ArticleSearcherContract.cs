using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <summary>
/// First tier: what every engine must do, to the article. An engine subclasses the highest tier that it keeps; see the README of this
/// folder.
/// </summary>
public abstract partial class ArticleSearcherContract : IAsyncLifetime
{
    protected abstract IArticleWriter OpenWriter();

    protected abstract IArticleSearcherLifetime OpenSearcher();

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Zones_part_headline_and_body()
    {
        await WriteAsync(
            new Article { Id = "1", Headline = "storm warning", Body = "boats stay in" },
            new Article { Id = "2", Headline = "boats stay in", Body = "a storm warning was given" },
            new Article { Id = "3", Headline = "storm" });
        Assert.Equal(["1", "3"], (await IdsAsync("headline:storm")).Order());
        Assert.Equal(["2"], await IdsAsync("body:storm"));
        Assert.Equal(["2"], await IdsAsync("body:\"storm warning\""));
        Assert.Equal(["1"], await IdsAsync("headline:storm body:boats"));
        Assert.Equal(["2"], await IdsAsync("body:stor*"));
        Assert.Equal(["1", "2", "3"], (await IdsAsync("storm")).Order());
        Assert.Empty(await IdsAsync("\"warning boats\""));
    }

    [Theory]
    [InlineData("date:1987", "y,m,d,i")]
    [InlineData("date:1987-10", "m,d,i")]
    [InlineData("date:1987-10-19", "d,i")]
    [InlineData("date:[1987-10-01 TO 1987-10-31]", "m,d,i")]
    [InlineData("date:[1987-10-02 TO 1987-11]", "d,i")]
    [InlineData("date:<1988", "y,m,d,i")]
    [InlineData("date:>1987-10", "e")]
    [InlineData("date:>=1987-10-19", "d,i,e")]
    [InlineData("date:{1987-10-18 TO 1987-10-20}", "d,i")]
    [InlineData("date:none", "u,t")]
    [InlineData("NOT date:none", "y,m,d,i,e")]
    [InlineData("date:[1987-10-19T14:00:00Z TO 1987-10-19T15:00:00Z]", "i")]
    public async Task A_date_matches_the_articles_whose_whole_period_lies_in_it(string typed, string ids)
    {
        await WriteAsync(
            Dated("y", "1987"), Dated("m", "1987-10"), Dated("d", "1987-10-19"), Dated("i", "1987-10-19T14:05:00Z"),
            Dated("e", "1988-01-01"),
            Body("u", "undated"),
            Body("t", "ticker") with { Published = new PublishedDate(null, new TimeOnly(12, 20), DateProvenance.Text) });
        Assert.Equal(ids.Split(',').Order(), (await IdsAsync(typed)).Order());
    }

    [Fact]
    public async Task Dates_order_hits_with_undated_articles_last_and_ids_between_equals()
    {
        await WriteAsync(Dated("b", "1987-10-19"), Dated("a", "1987-10-19"), Dated("c", "1990"), Body("0", "x"));
        Assert.Equal(["c", "a", "b", "0"], await IdsAsync("*", HitOrder.Newest));
        Assert.Equal(["a", "b", "c", "0"], await IdsAsync("*", HitOrder.Oldest));
        Assert.Equal(["0", "a", "b", "c"], await IdsAsync("*"));
    }

    [Theory]
    [InlineData("person:\"James Baker\"", "1")]
    [InlineData("person:james-baker", "1")]
    [InlineData("person:baker", "1")]
    [InlineData("person:bake", "")]
    [InlineData("place:baker", "")]
    [InlineData("entity:\"james baker\"", "1")]
    [InlineData("org:U.N.", "2")]
    [InlineData("source:\"THE COURIER\"", "2")]
    [InlineData("source:courier", "")]
    public async Task Names_match_whole_or_by_surname_and_by_type(string typed, string id)
    {
        await WriteAsync(
            Body("1", "x") with { Entities = [new NamedEntity("james-baker", EntityType.Person)] },
            Body("2", "x") with { Entities = [new NamedEntity("UN", EntityType.Organization)], Source = "The Courier" });
        Assert.Equal(id.Length == 0 ? [] : [id], await IdsAsync(typed));
    }

    [Theory]
    [InlineData(HitOrder.Relevance)]
    [InlineData(HitOrder.Newest)]
    [InlineData(HitOrder.Oldest)]
    public async Task Pages_never_repeat_or_skip(HitOrder order)
    {
        var articles = Enumerable
            .Range(0, 57)
            .Select(
                i =>
                    Dated($"a{i:00}", i % 3 == 0 ? "1987" : $"19{87 + (i % 5)}-01-01") with { Body = i % 2 == 0 ? "storm storm" : "storm" })
            .ToArray();
        foreach (var batch in articles.Chunk(10))
            await WriteAsync(batch);

        var whole = await SearchAsync("storm", order, pageSize: 100);
        var paged = new List<string>();
        PageCursor? after = null;
        do
        {
            var page = await SearchAsync("storm", order, pageSize: 7, after);
            Assert.Equal(57, page.Total.Articles);
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(whole.Hits.Select(hit => hit.Id), paged);
        Assert.Null(whole.Next);
    }

    [Fact]
    public async Task A_second_writing_of_the_same_adds_nothing_and_a_changed_article_replaces_its_older_self()
    {
        Assert.Equal([WriteOutcome.New, WriteOutcome.New], await WriteAsync(Body("1", "storm"), Body("2", "calm")));
        Assert.Equal(
            [WriteOutcome.Unchanged, WriteOutcome.Updated, WriteOutcome.Duplicate],
            await WriteAsync(Body("1", "storm"), Body("2", "gale"), Body("1", "storm")));
        Assert.Equal(["2"], await IdsAsync("gale"));
        Assert.Empty(await IdsAsync("calm"));

        await using var searcher = OpenSearcher();
        Assert.Equal(2, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task Of_two_articles_with_one_id_in_a_batch_the_later_stays()
    {
        Assert.Equal([WriteOutcome.New, WriteOutcome.Updated], await WriteAsync(Body("1", "storm"), Body("1", "calm")));
        Assert.Equal(["1"], await IdsAsync("calm"));
        Assert.Empty(await IdsAsync("storm"));
    }

    [Fact]
    public async Task A_generation_grows_with_each_change_and_is_the_same_for_the_same_articles()
    {
        await WriteAsync(Body("1", "storm"), Body("2", "calm"));
        var first = await GenerationAsync();
        await WriteAsync(Body("2", "calm"));
        Assert.Equal(first, await GenerationAsync());
        await WriteAsync(Body("2", "gale"));
        var second = await GenerationAsync();
        Assert.True(second.Number > first.Number);
        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
    }

    [Fact]
    public async Task A_replaced_text_is_kept_and_found_by_no_search()
    {
        await WriteAsync(Body("1", "storm"), Body("2", "calm"));
        Assert.Equal([WriteOutcome.Updated], await WriteAsync(Body("1", "gale")));
        Assert.Equal([WriteOutcome.Updated], await WriteAsync(Body("1", "breeze")));
        await using var searcher = OpenSearcher();
        var revisions = await searcher.ListRevisionsAsync("1", CancellationToken.None);
        Assert.Equal([(3, "breeze"), (2, "gale"), (1, "storm")], revisions.Select(text => (text.Revision, text.Article.Body)));
        Assert.Equal(3, (await searcher.FindAsync("1", CancellationToken.None))!.Revision);
        Assert.Empty(await searcher.ListRevisionsAsync("9", CancellationToken.None));
        Assert.Equal(
            2, (await searcher.SearchAsync(new QueryPlan { Query = new Query.Everything() }, CancellationToken.None)).Total.Articles);
        Assert.Equal(["1"], await IdsAsync("NOT calm"));
        Assert.Empty(await IdsAsync("storm"));
        Assert.Equal(2, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task A_text_that_an_article_had_before_does_not_come_back()
    {
        await WriteAsync(Body("1", "storm"));
        await WriteAsync(Body("1", "gale"));
        Assert.Equal([WriteOutcome.Unchanged], await WriteAsync(Body("1", "storm")));
        Assert.Equal([WriteOutcome.Updated, WriteOutcome.Duplicate], await WriteAsync(Body("1", "calm"), Body("1", "gale")));
        Assert.Equal(["1"], await IdsAsync("calm"));
    }

    [Fact]
    public async Task Copies_share_a_group_and_others_do_not()
    {
        const string Story =
            "The harbour was closed on Friday morning after a ship ran aground in thick fog near the northern pier, the port authority "
            + "said. Nobody was hurt, and tugs will try to free her at high water tonight.";
        await WriteAsync(
            Body("1", Story), Body("2", "Another story about the weather in the north, of some length as well, so that it has words."));
        await WriteAsync(
            Body("3", Story.ToUpperInvariant()),
            Body("4", Story + " Ferries are late."),
            Body(
                "5",
                Story[..90] + " Markets were closed for the holiday and no shares changed hands anywhere in the country on that day."));
        await using var searcher = OpenSearcher();
        var groups = new List<string>();
        foreach (var id in (string[])["1", "2", "3", "4", "5"])
            groups.Add((await searcher.FindAsync(id, CancellationToken.None))!.CopyGroup);
        Assert.Equal(["1", "2", "1", "1", "5"], groups);
        Assert.Equal(3, (await searcher.DescribeAsync(CancellationToken.None)).DistinctTexts);
    }

    [Theory]
    [InlineData("en", "The studies were published", "study")]
    [InlineData("fi", "Poliisi löysi miehen autoista", "auto")]
    [InlineData("de", "Die Häuser der Stadt", "haus")]
    [InlineData("fr", "L'économie des journaux", "journal")]
    [InlineData("es", "Las elecciones generales", "elección")]
    [InlineData("ru", "Новые книги писателя", "книга")]
    [InlineData("ar", "الكتاب الجديد", "كتاب")]
    [InlineData("zh", "北京大学的学生", "大学")]
    [InlineData("sv", "Regeringens förslag om skatterna", "skatt")]
    [InlineData("xx", "Nothing known of it", "known")]
    [InlineData(null, "Nothing known of it", "known")]
    public async Task Finds_other_forms_of_a_word_in_the_language_of_the_article(string? language, string body, string typed)
    {
        await WriteAsync(
            Body("1", body) with { Language = language },
            Body("2", "quite another matter altogether"),
            Body("3", "tout autre chose") with { Language = "fr" });
        Assert.Equal(["1"], await IdsAsync(typed));
    }

    [Fact]
    public async Task A_stem_of_one_language_finds_no_word_of_another()
    {
        await WriteAsync(
            Body("1", "all universities"), Body("2", "univers") with { Language = "fr" },
            Body("3", "l'univers entier") with { Language = "fr" });
        Assert.Equal(["1"], await IdsAsync("university"));
        Assert.Equal(["2", "3"], (await IdsAsync("univers")).Where(id => id != "1").Order());
    }

    [Fact]
    public async Task A_date_in_the_future_is_kept_and_not_relied_on()
    {
        await WriteAsync(Dated("1", "1987-10-19"), Dated("2", "2199-01-01"), Body("3", "undated"));
        await using var searcher = OpenSearcher();
        Assert.True((await searcher.FindAsync("1", CancellationToken.None))!.IsDateReliable);
        Assert.False((await searcher.FindAsync("2", CancellationToken.None))!.IsDateReliable);
        Assert.False((await searcher.FindAsync("3", CancellationToken.None))!.IsDateReliable);
        Assert.Equal(["2"], await IdsAsync("date:2199"));
    }

    [Fact]
    public async Task Nothing_is_seen_before_a_commit_and_everything_soon_after()
    {
        await WriteAsync(Body("1", "storm"));
        await using var searcher = OpenSearcher();
        await using var writer = OpenWriter();
        await writer.WriteAsync([Body("2", "storm")], CancellationToken.None);
        await Task.Delay(600);
        Assert.Equal(1, (await searcher.SearchAsync(Plan("storm"), CancellationToken.None)).Total.Articles);

        await writer.CommitAsync(CancellationToken.None);
        await Eventually.TrueAsync(async () => (await searcher.SearchAsync(Plan("storm"), CancellationToken.None)).Total.Articles == 2);
    }

    [Fact]
    public async Task Paging_goes_on_in_the_generation_that_it_began_in()
    {
        await WriteAsync([.. Enumerable.Range(0, 10).Select(i => Body($"b{i}", "storm"))]);
        await using var searcher = OpenSearcher();
        var first = await searcher.SearchAsync(Plan("storm") with { PageSize = 5 }, CancellationToken.None);
        await WriteAsync([.. Enumerable.Range(0, 10).Select(i => Body($"a{i}", "storm"))]);
        await Eventually.TrueAsync(async () => (await searcher.SearchAsync(Plan("storm"), CancellationToken.None)).Total.Articles == 20);

        var second = await searcher.SearchAsync(Plan("storm") with { PageSize = 5, After = first.Next }, CancellationToken.None);
        Assert.Equal(["b5", "b6", "b7", "b8", "b9"], second.Hits.Select(hit => hit.Id));
        Assert.Equal((10, first.Generation), (second.Total.Articles, second.Generation));

        var gone = first.Next! with { Generation = new Generation(1, 1) };
        await Assert.ThrowsAsync<GenerationExpiredException>(
            () => searcher.SearchAsync(Plan("storm") with { After = gone }, CancellationToken.None));
    }

    [Fact]
    public async Task Snippets_mark_every_match_where_it_stands()
    {
        await WriteAsync(new Article
        {
            Id = "1",
            Headline = "Storms near",
            Body = "A storm hit. \"Prime minister\" asked.\n\nStormy weather; the prime cut.",
        });
        var hit = Assert.Single((await SearchAsync("storm \"prime minister\" storm*")).Hits);
        Assert.Equal(
            ["Storms", "storm", "Prime", "minister", "Stormy"],
            hit.Snippets.SelectMany(snippet => snippet.Matches.Select(match => snippet.Text[match.Start..match.End])));
    }

    [Fact]
    public async Task A_cancelled_search_stops()
    {
        await WriteAsync(Body("1", "storm"));
        await using var searcher = OpenSearcher();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => searcher.SearchAsync(Plan("storm"), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Finds_an_article_by_its_id_with_all_that_it_has()
    {
        var article =
            Dated("x/1", "1987-10") with { Headline = "H", Authors = ["A"], Tags = ["t"], Section = "s", Url = "u", Language = "en" };
        await WriteAsync(article);
        await using var searcher = OpenSearcher();
        var stored = await searcher.FindAsync("x/1", CancellationToken.None);
        Assert.Equal(ArticleRecord.ToJson(article), ArticleRecord.ToJson(stored!.Article));
        Assert.Equal(64, stored.ContentHash.Length);
        Assert.Null(await searcher.FindAsync("y", CancellationToken.None));
    }

    [Fact]
    public async Task Without_an_index_every_question_says_so()
    {
        await using var searcher = OpenSearcher();
        await Assert.ThrowsAsync<IndexUnavailableException>(() => searcher.SearchAsync(Plan("x"), CancellationToken.None));
        await Assert.ThrowsAsync<IndexUnavailableException>(() => searcher.DescribeAsync(CancellationToken.None));
        await Assert.ThrowsAsync<IndexUnavailableException>(() => searcher.FindAsync("x", CancellationToken.None));
    }

    [Fact]
    public async Task Describes_what_it_holds_without_what_was_replaced()
    {
        await WriteAsync(
            Dated("1", "1987-02-26") with { Source = "A", Language = "en", Entities = [new NamedEntity("UN", EntityType.Organization)] },
            Dated("2", "1988") with { Source = "A", Entities = [new NamedEntity("U.N.", EntityType.Organization)] },
            new Article { Id = "3", Headline = "only" });
        await WriteAsync(Dated("1", "1987-03-01") with { Source = "B", Language = "en" });
        await using var searcher = OpenSearcher();
        var info = await searcher.DescribeAsync(CancellationToken.None);
        Assert.Equal((3, 1, 1), (info.Articles, info.HeadlinesOnly, info.Undated));
        Assert.Equal((new DateOnly(1987, 3, 1), new DateOnly(1988, 12, 31)), (info.FirstDate!.Value, info.LastDate!.Value));
        Assert.Equal([new NamedCount("", 1), new NamedCount("A", 1), new NamedCount("B", 1)], info.Sources);
        Assert.Equal(1, info.Entities[EntityType.Organization]);
    }

    private protected static Article Body(string id, string body) => new() { Id = id, Body = body, Language = "en" };

    private protected static Article Dated(string id, string date) => Body(id, "dated") with
    {
        Published = new PublishedDate(
            PartialDate.TryParse(date, out var parsed) ? parsed : throw new ArgumentException(date), null, DateProvenance.Metadata),
    };

    private protected static QueryPlan Plan(string typed) => new() { Query = QueryReader.Read(typed).Query! };

    private protected async Task<IReadOnlyList<WriteOutcome>> WriteAsync(params Article[] articles)
    {
        await using var writer = OpenWriter();
        var outcomes = await writer.WriteAsync(articles, CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
        return outcomes;
    }

    private protected async Task<HitPage> SearchAsync(
        string typed, HitOrder order = HitOrder.Relevance, int pageSize = 10, PageCursor? after = null)
    {
        await using var searcher = OpenSearcher();
        return await searcher.SearchAsync(Plan(typed) with { Order = order, PageSize = pageSize, After = after }, CancellationToken.None);
    }

    private protected async Task<IReadOnlyList<string>> IdsAsync(string typed, HitOrder order = HitOrder.Relevance) =>
        [.. (await SearchAsync(typed, order)).Hits.Select(hit => hit.Id)];

    private async Task<Generation> GenerationAsync()
    {
        await using var searcher = OpenSearcher();
        return (await searcher.DescribeAsync(CancellationToken.None)).Generation;
    }
}
