using Grpc.Core;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using NamedEntity = NewsIndex.Articles.NamedEntity;

namespace NewsSearch.Tests.Service;

/// <summary>What Search says of a query, every other call that takes the query says too.</summary>
public sealed class NoticesTests(NoticesTests.Archive archive) : IClassFixture<NoticesTests.Archive>
{
    private V1.SearchService.SearchServiceClient Searches => new(archive.Service.Channel);

    public static TheoryData<string, string> Notices => new()
    {
        { "storm coast?", "was read as punctuation" },
        { "storm and coast", "the operator is AND" },
        { "(storm coast", "it was closed" },
        { "the storm", "Stop words" },
        { "\"storm of the coast\"", "any word may stand" },
        { "storm OR person:\"Jon Doe\"", "Jon Doe" },
        { "storm OR person:\"JANE ROE\"", "was read as Jane Roe" },
        { "storm OR copies:\"nowhere\"", "No article has the id" },
    };

    [Theory]
    [MemberData(nameof(Notices))]
    public async Task A_notice_is_the_same_from_every_call(string query, string notice)
    {
        var searched = await Searches.SearchAsync(new SearchRequest { Query = query, Forgiving = true });
        Assert.NotEmpty(searched.Hits);
        Assert.Contains(notice, string.Concat(searched.Notices), StringComparison.OrdinalIgnoreCase);
        foreach (var (call, notices) in await OfOtherCallsAsync(query))
            Assert.Equal((call, string.Join('\n', searched.Notices)), (call, string.Join('\n', notices)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_message_of_a_stream_alone_says_how_the_query_was_read(bool ofItsOwn)
    {
        var searched = await Searches.SearchAsync(new SearchRequest { Query = "storm coast?", Entities = { Jane } });
        var export = new ExportRequest { Query = "storm coast?", Entities = { Jane }, WithReading = ofItsOwn, Limit = 2 };
        var exported = await ListAsync(Searches.Export(export));
        var concordance = new ConcordanceRequest { Query = "storm coast?", Entities = { Jane }, WithReading = ofItsOwn, Limit = 2 };
        var lines = await ListAsync(Searches.Concordance(concordance));

        Assert.Equal((searched.CanonicalQuery, searched.Generation), (exported[0].CanonicalQuery, exported[0].Generation));
        Assert.Equal((searched.CanonicalQuery, searched.Generation), (lines[0].CanonicalQuery, lines[0].Generation));
        Assert.Equal(searched.Entities, exported[0].Entities);
        Assert.Equal(searched.Entities, lines[0].Entities);
        Assert.Equal(searched.Notices, exported[0].Notices);
        Assert.Equal(searched.Notices, lines[0].Notices);
        Assert.Equal(2, exported.Count(message => message.Article is not null));
        Assert.Equal(2, lines.Count(line => line.Article is not null));
        Assert.Equal(ofItsOwn, exported[0].Article is null && lines[0].Article is null);
        Assert.All(exported.Skip(1), message => Assert.Equal(("", 0), (message.CanonicalQuery, message.Notices.Count)));
        Assert.All(lines.Skip(1), line => Assert.Equal(("", 0), (line.CanonicalQuery, line.Notices.Count)));
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("left")]
    public async Task A_stream_without_results_says_it_when_asked(string order)
    {
        const string Nothing = "copies:\"nowhere\"";
        Assert.Empty(await ListAsync(Searches.Export(new ExportRequest { Query = Nothing })));
        var exported = Assert.Single(await ListAsync(Searches.Export(new ExportRequest { Query = Nothing, WithReading = true })));
        var line = Assert.Single(await ListAsync(
            Searches.Concordance(new ConcordanceRequest { Query = Nothing, OrderBy = order, WithReading = true })));
        Assert.Contains("No article has the id", Assert.Single(exported.Notices), StringComparison.Ordinal);
        Assert.Equal(exported.Notices, line.Notices);
        Assert.NotEmpty(exported.Generation);
    }

    [Fact]
    public async Task An_export_goes_on_from_the_cursor_of_its_first_message_too()
    {
        var all = await ListAsync(Searches.Export(new ExportRequest { Query = "storm" }));
        var rest = new ExportRequest { Query = "storm", Cursor = all[0].Cursor, WithReading = true };
        var resumed = await ListAsync(Searches.Export(rest));
        Assert.Equal(all[0].Cursor, resumed[0].Cursor);
        Assert.Equal(all.Skip(1).Select(message => message.Article.Id), resumed.Skip(1).Select(message => message.Article.Id));
    }

    [Fact]
    public async Task A_line_of_REST_says_it_too()
    {
        using var content = new StringContent("""{"query":"storm coast?","withReading":true}""", null, "application/json");
        using var reply = await archive.Service.Http.PostAsync("v1/articles:export", content);
        var lines = (await reply.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("was read as punctuation", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\"article\":{", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + Archive.Articles, lines.Length);
    }

    [Fact]
    public async Task An_alert_says_that_its_query_is_too_expensive_and_is_created()
    {
        var alerts = new AlertService.AlertServiceClient(archive.Narrow.Channel);
        var request = new CreateAlertRequest { Query = "st*", RequestId = "wide" };
        var created = await alerts.CreateAlertAsync(request);
        Assert.Contains("matches nothing", Assert.Single(created.Notices), StringComparison.Ordinal);
        Assert.Equal(created, await alerts.CreateAlertAsync(request));
        Assert.Empty((await alerts.GetAlertAsync(new GetAlertRequest { Id = created.Id })).Notices);
    }

    private static EntityFilter Jane => new() { Name = "Jane Roe" };

    /// <summary>An alert is read strictly, and has the notices of a strict search.</summary>
    private async Task<Dictionary<string, IEnumerable<string>>> OfOtherCallsAsync(string query)
    {
        var (search, channel) = (new SearchRequest { Query = query, Forgiving = true }, archive.Service.Channel);
        var articles = new ArticleService.ArticleServiceClient(channel);
        var counted = await Searches.AggregateAsync(new AggregateRequest { Query = query, Forgiving = true });
        var batch = await Searches.BatchSearchAsync(new BatchSearchRequest { Requests = { search } });
        var exported = await ListAsync(Searches.Export(new ExportRequest { Query = query, Forgiving = true }));
        var lines = await ListAsync(Searches.Concordance(new ConcordanceRequest { Query = query, Forgiving = true }));
        var sorted = await ListAsync(Searches.Concordance(new ConcordanceRequest { Query = query, Forgiving = true, OrderBy = "left" }));
        var parsed = await Searches.ParseQueryAsync(new ParseQueryRequest { Query = query, Forgiving = true });
        var explained = await Searches.ExplainArticleAsync(new ExplainArticleRequest { Id = "1", Search = search });
        var matches = await articles.FindMatchesAsync(new FindMatchesRequest { Id = "1", Search = search });
        var all = new Dictionary<string, IEnumerable<string>>
        {
            ["Aggregate"] = counted.Notices,
            ["BatchSearch"] = batch.Results[0].Response.Notices,
            ["Export"] = exported[0].Notices,
            ["Concordance"] = lines[0].Notices,
            ["sorted Concordance"] = sorted[0].Notices,
            ["ParseQuery"] = parsed.Notices,
            ["ExplainArticle"] = explained.Notices,
            ["FindMatches"] = matches.Notices,
        };
        if (!query.StartsWith('('))
        {
            var alert = new CreateAlertRequest { Query = query };
            all["CreateAlert"] = (await new AlertService.AlertServiceClient(channel).CreateAlertAsync(alert)).Notices;
        }

        return all;
    }

    private static async Task<List<T>> ListAsync<T>(AsyncServerStreamingCall<T> call)
    {
        using (call)
            return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }

    /// <summary>Articles that every query of these tests finds, and a service that allows patterns of one word on the same index.</summary>
    public sealed class Archive : IAsyncLifetime
    {
        internal const int Articles = 5;

        public Archive() => Narrow = new RunningService("--Search:Index:Limits:ExpandedTerms", "1") { Index = Service.Index };

        internal RunningService Service { get; } = new();

        internal RunningService Narrow { get; }

        public async Task InitializeAsync()
        {
            await Service.InitializeAsync();
            await Service.WriteAsync([.. Enumerable.Range(1, Articles).Select(number => new Article
            {
                Id = $"{number}",
                Language = "en",
                Body = "The storm of the coast met storms on the coast, and Jane Roe stood by.",
                Entities = [new NamedEntity("Jane Roe", EntityType.Person), new NamedEntity("Jane Roe", EntityType.Organization)],
            })]);
            await Service.SeesAsync(Articles);
            await Narrow.InitializeAsync();
            await Narrow.SeesAsync(Articles);
        }

        public async Task DisposeAsync()
        {
            await Narrow.DisposeAsync();
            await Service.DisposeAsync();
        }
    }
}
