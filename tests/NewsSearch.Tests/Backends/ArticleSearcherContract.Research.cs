using NewsIndex.Articles;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <content>What researchers ask for besides a page of hits.</content>
public abstract partial class ArticleSearcherContract
{
    private protected const string Wire =
        "The minister of finance said on Monday that the central bank would raise its rates by a quarter of a point, the third rise in a "
        + "year, to hold back prices that have grown faster than wages since the spring.";

    private protected static Article[] WireAndItsCopies =>
    [
        .. Enumerable.Range(0, 30).Select(i => Body(
            $"a{i:00}", i % 3 == 0 ? Wire : $"{Wire[..(60 + i)]} storm number{i} {i * 7919} of its own kind {i * 31}")),
    ];

    private protected static Article[] StormsOfTwoMonths { get; } =
    [
        Dated("1", "2024-01-10") with { Body = "storm after storm" },
        Dated("2", "2024-01-20") with { Body = "calm" },
        Dated("3", "2024-03-01") with { Body = "a storm" },
    ];

    private protected static Article[] Labelled { get; } =
    [
        Body("1", "x") with
        {
            Section = "Sport",
            Authors = ["Jane Roe", "John Doe"],
            Tags = ["Cup"],
            Language = "en-GB",
            Source = "The Courier",
        },
        Body("2", "x") with
        {
            Section = "SPORT",
            Authors = ["Jane Roe"],
            Tags = ["cup", "Final"],
            Language = "en",
            Source = "The courier",
        },
        Body("3", "x") with { Language = "de" },
    ];

    [Theory]
    [InlineData("Smith, John", "author:\"John Smith\"")]
    [InlineData("John Smith", "author:\"Smith, John\"")]
    [InlineData("J. K. Rowling", "author:\"JK Rowling\"")]
    [InlineData("Siân O’Neill", "author:\"O'Neill, Sian\"")]
    [InlineData("Jane Doe", "author:(\"John Smith\" OR \"Doe, Jane\")")]
    public async Task An_author_is_found_in_either_order(string author, string query)
    {
        await WriteAsync(new Article { Id = "1", Body = "fog on the coast", Authors = [author] },
            new Article { Id = "2", Body = "fog on the coast", Authors = ["Nils Arden"] });
        Assert.Equal(["1"], await IdsAsync(query));
    }

    [Fact]
    public async Task Pages_of_texts_without_their_copies_never_repeat_or_skip()
    {
        await WriteAsync(WireAndItsCopies);
        await using var searcher = OpenSearcher();
        var whole = await searcher.SearchAsync(Plan("minister dup:first") with { PageSize = 100 }, CancellationToken.None);
        var paged = new List<string>();
        for (PageCursor? after = null; ;)
        {
            var page = await searcher.SearchAsync(Plan("minister dup:first") with { PageSize = 4, After = after }, CancellationToken.None);
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(whole.Hits.Select(hit => hit.Id), paged);
        Assert.Equal(paged.Count, paged.Distinct().Count());
    }

    [Theory]
    [InlineData(HitOrder.Relevance)]
    [InlineData(HitOrder.Oldest)]
    public async Task An_export_is_all_pages_together_and_goes_on_from_any_hit(HitOrder order)
    {
        await WriteAsync(
            [
                .. Enumerable.Range(0, 50).Select(
                    i => Dated($"a{i:00}", $"19{50 + i}") with { Body = string.Join(' ', Enumerable.Repeat("storm", 1 + (i % 4))) })]);
        await using var searcher = OpenSearcher();
        var plan = Plan("storm") with { Order = order, PageSize = 100 };
        var page = await searcher.SearchAsync(plan, CancellationToken.None);
        var exported = await CollectAsync(searcher.ExportAsync(plan, CancellationToken.None));
        Assert.Equal(page.Hits.Select(hit => (hit.Id, hit.Score)), exported.Select(hit => (hit.Id, hit.Score)));
        var rest = await CollectAsync(searcher.ExportAsync(plan with { After = exported[19].Cursor }, CancellationToken.None));
        Assert.Equal(exported.Skip(20).Select(hit => hit.Id), rest.Select(hit => hit.Id));
    }

    [Fact]
    public async Task Labels_narrow_a_search()
    {
        await WriteAsync(Labelled);
        Assert.Equal(["1", "2"], (await IdsAsync("section:sport")).Order());
        Assert.Equal(["1"], await IdsAsync("author:\"john doe\""));
        Assert.Equal(["2"], await IdsAsync("tag:final"));
        Assert.Equal(["1", "2"], (await IdsAsync("language:en")).Order());
        Assert.Equal(["1"], await IdsAsync("language:en-gb"));
        Assert.Equal(["3"], await IdsAsync("NOT author:*"));
    }

    [Theory]
    [InlineData(TimelineInterval.Year, "", "2024:2 2025:3", 1, 0)]
    [InlineData(TimelineInterval.Month, "", "2024-12:1 2025-01:3", 1, 1)]
    [InlineData(TimelineInterval.Week, "", "2024-12-30:4", 1, 1)]
    [InlineData(TimelineInterval.Day, "", "2024-12-31:1 2025-01-01:2 2025-01-02:1", 1, 1)]
    [InlineData(TimelineInterval.Day, "Asia/Tokyo", "2025-01-01:3 2025-01-02:1", 1, 1)]
    [InlineData(TimelineInterval.Hour, "", "2024-12-31T23:00:00Z:1 2025-01-01T00:00:00Z:1", 1, 3)]
    [InlineData(TimelineInterval.Hour, "Asia/Kolkata", "2025-01-01T05:00:00+05:30:2", 1, 3)]
    public async Task A_timeline_has_no_gaps_and_tells_what_it_leaves_out(
        TimelineInterval interval, string zone, string buckets, long undated, long imprecise)
    {
        await WriteAsync(
            Dated("1", "2024-12-31T23:40:00Z"), Dated("2", "2025-01-01T00:10:00Z"), Dated("3", "2025-01-01"), Dated("4", "2025-01-02"),
            Dated("5", "2024"), Body("6", "dated"));
        await using var searcher = OpenSearcher();
        var counted = await searcher.AggregateAsync(
            new AggregatePlan
            {
                Query = Plan("dated").Query,
                Timeline = new TimelinePlan(interval, zone.Length == 0 ? null : TimeZoneInfo.FindSystemTimeZoneById(zone)),
            },
            CancellationToken.None);
        Assert.Equal(buckets, string.Join(' ', counted.Timeline!.Buckets.Select(bucket => $"{bucket.Start}:{bucket.Articles}")));
        Assert.Equal((undated, imprecise), (counted.Timeline.Undated, counted.Timeline.Imprecise));
    }

    [Fact]
    public async Task A_timeline_covers_the_range_that_was_asked_for_and_says_its_denominators()
    {
        await WriteAsync(StormsOfTwoMonths);
        await using var searcher = OpenSearcher();
        var counted = await searcher.AggregateAsync(
            new AggregatePlan
            {
                Query = Plan("storm date:[2023-12 TO 2024-04]").Query,
                Timeline = new TimelinePlan(TimelineInterval.Month, null, WithArchive: true),
            },
            CancellationToken.None);
        Assert.Equal(
            ["2023-12 0/0 0", "2024-01 1/2 4", "2024-02 0/0 0", "2024-03 1/1 2", "2024-04 0/0 0"],
            counted.Timeline!.Buckets.Select(bucket => $"{bucket.Start} {bucket.Articles}/{bucket.ArchiveArticles} {bucket.ArchiveWords}"));
    }

    [Fact]
    public async Task Terms_tell_the_result_from_the_archive()
    {
        await WriteAsync(
            [
                .. Enumerable.Range(0, 40).Select(
                    i => Body($"{i}", i < 10 ? $"the oil price and opec, report {i}" : $"the weather and the coast, report {i}"))]);
        await using var searcher = OpenSearcher();
        var terms = (
            await searcher.AggregateAsync(
                new AggregatePlan { Query = Plan("oil").Query, WithTerms = true, Limit = 3 }, CancellationToken.None)).Terms!;
        Assert.Equal(10, terms.Sample);
        Assert.Equal(["oil", "opec", "price"], terms.Distinctive.Select(term => term.Word).Order());
        Assert.All(terms.Distinctive, term => Assert.Equal((10, 10), (term.Articles, term.ArchiveArticles)));
        Assert.DoesNotContain("report", terms.Distinctive.Select(term => term.Word));
    }

    [Theory]
    [InlineData("storm", "A storm, storms and Stormont", "A [storm], [storms] and Stormont")]
    [InlineData(
        "storm NEAR/2 coast", "A storm far from here. The storm off coast, the coast",
        "A storm far from here. The [storm] off [coast], the coast")]
    [InlineData(
        "\"prime minister\" NEAR/4 oil", "Prime time. The prime minister on oil, minister",
        "Prime time. The [prime] [minister] on [oil], minister")]
    [InlineData(
        "bribe* W/S minister", "Bribery is old. A minister took bribes. Ministers do",
        "Bribery is old. A [minister] took [bribes]. Ministers do")]
    [InlineData("rico NOT W/2 puerto", "Rico ran on and on. Puerto Rico", "[Rico] ran on and on. Puerto Rico")]
    [InlineData("ATLEAST/2 (flood OR fire)", "flood, fire, rain", "[flood], [fire], rain")]
    [InlineData("FIRST/3 storm", "The storm. A storm", "The [storm]. A storm")]
    [InlineData("exact:\"US\"", "US for us", "[US] for us")]
    [InlineData("gadafi~1", "Gadaffi Gandhi", "[Gadaffi] Gandhi")]
    [InlineData("/sto.m/ OR \"x b\"~2", "storm: b x c", "[storm]: [b] [x] c")]
    [InlineData("quote:(taxes BY bush)", "Bush on taxes: \"No new taxes.\"", "[Bush] on taxes: \"No new [taxes].\"")]
    [InlineData("storm -coast", "storm only", "[storm] only")]
    public async Task Marks_what_matched_and_nothing_else(string typed, string body, string marked)
    {
        await WriteAsync(Body("1", body) with { Entities = [] });
        await using var searcher = OpenSearcher();
        var hit = Assert.Single(
            (
                await searcher.SearchAsync(
                    Plan(typed.Replace("BY bush", "BY exact:Bush", StringComparison.Ordinal)) with { Detail = HitDetail.Matches },
                    CancellationToken.None)).Hits);
        var shown = body;
        foreach (var range in hit.Matches!.Body.Distinct().OrderByDescending(range => range.Start))
            shown = shown[..range.Start] + "[" + shown[range.Start..range.End] + "]" + shown[range.End..];
        Assert.Equal(marked, shown);
    }

    [Fact]
    public async Task A_concordance_has_every_place_with_its_context()
    {
        await WriteAsync(
            Body("1", "A storm hit the coast. The prime minister came; prime ministers do.") with { Headline = "Storm" },
            Body("2", "No prime number."));
        await using var searcher = OpenSearcher();
        async Task<string> LinesAsync(string typed, ConcordanceOrder order) => string.Join(" | ", Concordance.Sort(
            (
                await CollectAsync(
                    searcher.ExportAsync(Plan(typed) with { Detail = HitDetail.Matches }, CancellationToken.None))).SelectMany(hit =>
                    Concordance.LinesOf(hit, 12)),
            order).Select(line => $"{line.Left}[{line.Match}]{line.Right}"));
        Assert.Equal("[Storm] | A [storm] hit the", await LinesAsync("storm", ConcordanceOrder.Articles));
        Assert.Equal(
            "coast. The [prime minister] came; prime | came; [prime ministers] do.",
            await LinesAsync("\"prime minister\"", ConcordanceOrder.Articles));
        Assert.Equal(
            "came; [prime ministers] do. | coast. The [prime minister] came; prime",
            await LinesAsync("\"prime minister\"", ConcordanceOrder.Left));
        Assert.Equal(
            "coast. The [prime minister] came; prime | came; [prime ministers] do.",
            await LinesAsync("\"prime minister\"", ConcordanceOrder.Right));
    }

    [Theory]
    [InlineData("storm coast")]
    [InlineData("storm OR flood")]
    [InlineData("storm ANDMAYBE the")]
    [InlineData("storm coast sea warning wind rain")]
    [InlineData("headline:storm^3 body:storm source:A")]
    [InlineData("the of")]
    [InlineData("storm NEAR/3 coast")]
    [InlineData("sto* coast~1")]
    public async Task The_parts_of_a_score_add_up_to_it(string typed)
    {
        const string Scored = "The storm hit the coast of the sea with a warning of wind and rain. Another storm off the coast.";
        await WriteAsync(
            Body("1", Scored) with { Headline = "Storm", Source = "A" },
            Body("2", "A storm of words, the flood of letters."),
            Body("3", "The sea is calm."));
        await using var searcher = OpenSearcher();
        foreach (var plan in new[]
        {
            Plan(typed),
            Plan(typed) with { UsesFeedback = true },
            Plan(typed) with { Recency = new Recency(TimeSpan.FromDays(1), DateTimeOffset.UnixEpoch) },
        })
        {
            foreach (var hit in (await searcher.SearchAsync(plan, CancellationToken.None)).Hits)
            {
                var explained = await searcher.ExplainAsync(plan, hit.Id, CancellationToken.None);
                Assert.True(explained!.Matches);
                Assert.Equal(hit.Score, explained.Score, 0.0005);
                Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 0.001);
            }
        }

        Assert.Null(await searcher.ExplainAsync(Plan(typed), "none", CancellationToken.None));
        Assert.False((await searcher.ExplainAsync(Plan("nowhere"), "1", CancellationToken.None))!.Matches);
    }

    [Fact]
    public async Task Suggests_words_entities_sources_headlines_and_better_spellings()
    {
        await WriteAsync(
            [.. Enumerable.Range(0, 30)
            .Select(i => Body($"{i}",
            "The parliament of Jane Roe met on Monday to vote on a law about the prices of bread, milk and fish in the north of the "
            + "country, which has been delayed since the spring because its members could not agree about who should pay for it") with
        {
            Headline = $"Parliament meets for the {i}th time",
            Source = "Parliamentary Gazette",
            Entities = [new NamedEntity("Jane Roe", EntityType.Person)],
        })]);
        await using var searcher = OpenSearcher();
        async Task<Suggestions> SuggestAsync(string typed) =>
            await searcher.SuggestAsync(typed, QueryReader.Read(typed).Query, 3, CancellationToken.None);
        var found = (await SuggestAsync("parl")).Items;
        Assert.Contains(found, item => item is { Kind: SuggestionKind.Word, Text: "parliament", Articles: 30 });
        Assert.Contains(found, item => item is { Kind: SuggestionKind.Source, Text: "Parliamentary Gazette", Articles: 30 });
        Assert.Equal("Parliament meets for the 0th time", Assert.Single(found, item => item.Kind == SuggestionKind.Headline).Text);
        Assert.Contains(
            (await SuggestAsync("jane r")).Items, item => item is { Kind: SuggestionKind.Entity, Text: "Jane Roe", Articles: 30 });
        Assert.Equal(new SpellingCorrection("parliament AND met", 30), (await SuggestAsync("parlament met")).Correction);
        Assert.Null((await SuggestAsync("parliament met")).Correction);
        Assert.Null((await SuggestAsync("zzzzqq")).Correction);
        Assert.Empty((await SuggestAsync("   ")).Items);
    }

    [Fact]
    public async Task Similar_articles_share_words_and_entities_and_are_no_copies()
    {
        await WriteAsync(
            Body("1", Wire), Body("2", Wire + " More follows."),
            Body("3", "Wages rose faster than prices, so the central bank left its rates alone, the minister of finance said."),
            Body("4", "The cup final was won by the visitors in the rain."),
            Body("5", "The central bank of a quarter of the country."));
        await using var searcher = OpenSearcher();
        var similar = await searcher.FindSimilarAsync("1", 10, CancellationToken.None);
        Assert.Equal("3", similar!.Entries[0].Id);
        Assert.DoesNotContain(similar.Entries, hit => hit.Id is "1" or "2");
        Assert.Null(await searcher.FindSimilarAsync("none", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Dates_can_be_asked_for_by_day_of_the_year_by_reliability_and_by_when_they_came_in()
    {
        await WriteAsync(
            Dated("1", "1987-04-13"), Dated("2", "1999-04-13T10:00:00Z"), Dated("3", "2000-04"), Dated("4", "2999-01-01"),
            Body("5", "dated"));
        Assert.Equal(["1", "2"], (await IdsAsync("date:*-04-13")).Order());
        Assert.Equal(["1", "2", "3"], (await IdsAsync("date:*-04")).Order());
        Assert.Equal(["1", "2", "3"], (await IdsAsync("date.reliable:true")).Order());
        Assert.Equal(["4", "5"], (await IdsAsync("date.reliable:false")).Order());
        Assert.Equal(5, (await IdsAsync("indexed:>=2020")).Count);
        Assert.Empty(await IdsAsync("indexed:<2020"));
    }

    [Fact]
    public async Task Recency_and_feedback_rank_and_select_nothing()
    {
        await WriteAsync(
            Dated("old", "1987-01-01") with { Body = "storm storm" }, Dated("new", "2020-01-01") with { Body = "storm at sea" },
            Body("undated", "storm off coast"));
        await using var searcher = OpenSearcher();
        var recent =
            Plan("storm") with { Recency = new Recency(TimeSpan.FromDays(30), new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero)) };
        Assert.Equal("new", (await searcher.SearchAsync(recent, CancellationToken.None)).Hits[0].Id);
        Assert.Equal("old", (await searcher.SearchAsync(Plan("storm"), CancellationToken.None)).Hits[0].Id);
        Assert.Equal(3, (await searcher.SearchAsync(recent with { UsesFeedback = true }, CancellationToken.None)).Total.Articles);
    }

    private static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
            all.Add(item);
        return all;
    }
}
