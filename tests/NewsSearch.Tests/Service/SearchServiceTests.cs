using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using NewsIndex.Articles;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using NamedEntity = NewsIndex.Articles.NamedEntity;
using PublishedDate = NewsIndex.Articles.PublishedDate;

namespace NewsSearch.Tests.Service;

public sealed class SearchServiceTests : IAsyncLifetime
{
    private readonly RunningService service = new();

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Starts_without_an_index_and_picks_one_up_when_it_comes()
    {
        var failure = await FailureAsync(new SearchRequest { Query = "storm" });
        Assert.Equal((StatusCode.Unavailable, "INDEX_UNAVAILABLE"), (failure.StatusCode, Info(failure).Reason));
        Assert.NotNull(failure.GetRpcStatus()!.GetDetail<RetryInfo>());
        var health = new Health.HealthClient(service.Channel);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, (await health.CheckAsync(new HealthCheckRequest())).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Http.GetAsync("readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("healthz")).StatusCode);

        await ReadyAsync(Storm("1"));
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("readyz")).StatusCode);
        Assert.Equal(1, (await Search.SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
        await Eventually.TrueAsync(async () => (await health.CheckAsync(new HealthCheckRequest()))
            .Status == HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Theory]
    [InlineData("date:[1987-13 TO", "BAD_DATE", "6", "7")]
    [InlineData("hedline:x", "UNKNOWN_FIELD", "0", "7")]
    [InlineData("a AND", "QUERY_SYNTAX", "2", "3")]
    public async Task A_wrong_query_is_an_invalid_argument_with_its_place(string query, string reason, string offset, string length)
    {
        var failure = await FailureAsync(new SearchRequest { Query = query });
        var info = Info(failure);
        Assert.Equal((StatusCode.InvalidArgument, reason, offset, length),
            (failure.StatusCode, info.Reason, info.Metadata["offset"], info.Metadata["length"]));
        Assert.NotEmpty(info.Metadata["expected"]);
        Assert.Equal("query", failure.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations[0].Field);
    }

    [Fact]
    public async Task Too_many_clauses_are_refused_with_limit_and_actual()
    {
        var info = Info(await FailureAsync(new SearchRequest { Query = string.Join(' ', Enumerable.Repeat("a", 10_000)) }));
        Assert.Equal(("QUERY_TOO_EXPENSIVE", "1024", "10000"), (info.Reason, info.Metadata["limit"], info.Metadata["actual"]));
    }

    [Fact]
    public async Task Fields_out_of_range_are_named()
    {
        Assert.Equal("page_size", Info(await FailureAsync(new SearchRequest { PageSize = 101 })).Metadata["field"]);
        Assert.Equal("page_size", Info(await FailureAsync(new SearchRequest { PageSize = -1 })).Metadata["field"]);
        Assert.Equal("order_by", Info(await FailureAsync(new SearchRequest { OrderBy = "best" })).Metadata["field"]);
        Assert.Equal("published.to", Info(await FailureAsync(new SearchRequest { Published = new DateRange { To = "1987-13" } }))
            .Metadata["field"]);
        Assert.Equal("published", Info(await FailureAsync(new SearchRequest { Published = new DateRange { From = "1988", To = "1987" } }))
            .Metadata["field"]);
        Assert.Equal("entities[0].name", Info(await FailureAsync(new SearchRequest { Entities = { new EntityFilter() } }))
            .Metadata["field"]);
        Assert.Equal("BAD_PAGE_TOKEN", Info(await FailureAsync(new SearchRequest { PageToken = "%%%" })).Reason);
    }

    [Fact]
    public async Task A_page_token_is_bound_to_its_request()
    {
        await ReadyAsync([.. Enumerable.Range(0, 5).Select(i => Storm($"{i}"))]);
        var first = await Search.SearchAsync(new SearchRequest { Query = "storm", PageSize = 2 });
        var second = await Search.SearchAsync(new SearchRequest { Query = "storm", PageSize = 3, PageToken = first.NextPageToken });
        Assert.Equal(["0", "1", "2", "3", "4"], first.Hits.Concat(second.Hits).Select(hit => hit.Article.Id));
        Assert.Empty(second.NextPageToken);
        Assert.Equal("PAGE_TOKEN_MISMATCH", Info(await FailureAsync(
            new SearchRequest { Query = "flood", PageToken = first.NextPageToken })).Reason);
        Assert.Equal("PAGE_TOKEN_MISMATCH", Info(await FailureAsync(
            new SearchRequest { Query = "storm", OrderBy = "newest", PageToken = first.NextPageToken })).Reason);
    }

    [Fact]
    public async Task The_canonical_query_alone_finds_the_same_as_the_request_with_its_filters()
    {
        await ReadyAsync(
            Storm("1") with { Published = On(1987), Source = "A", Entities = [new NamedEntity("UN", EntityType.Organization)] },
            Storm("2") with { Published = On(1988), Source = "A", Entities = [new NamedEntity("UN", EntityType.Organization)] },
            Storm("3") with { Source = "B", Entities = [new NamedEntity("UN", EntityType.Organization)] },
            Storm("4") with { Source = "C" });
        var request = new SearchRequest
        {
            Query = "storm OR flood",
            Published = new DateRange { From = "1987", To = "1987", Undated = DateRange.Types.Undated.Include },
            Entities = { new EntityFilter { Name = "U.N.", Type = V1.EntityType.Organization } },
            Sources = { "A", "B" },
        };
        var filtered = await Search.SearchAsync(request);
        var canonical = await Search.SearchAsync(new SearchRequest { Query = filtered.CanonicalQuery });
        Assert.Equal(["1", "3"], filtered.Hits.Select(hit => hit.Article.Id));
        Assert.Equal(filtered, canonical);
    }

    [Fact]
    public async Task Texts_that_were_replaced_can_be_fetched()
    {
        await service.WriteAsync(new Article { Id = "revised", Headline = "first text" });
        await service.WriteAsync(new Article { Id = "revised", Headline = "second text" });
        await Eventually.TrueAsync(async () =>
        {
            var answer = await service.Http.GetAsync("v1/articles/revised:revisions");
            if (!answer.IsSuccessStatusCode)
                return false;
            var revisions = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revisions").EnumerateArray();
            return revisions.Select(text => (text.GetProperty("revision").GetInt32(), text.GetProperty("headline").GetString()))
                .SequenceEqual([(2, "second text"), (1, "first text")]);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("v1/articles/none:revisions")).StatusCode);
    }

    [Fact]
    public async Task REST_speaks_the_same_in_JSON()
    {
        await ReadyAsync(Storm("a/1") with { Published = On(1987), Headline = "Storm" });
        var reply = await service.Http.PostAsJsonAsync(
            "v1/articles:search", new { query = "storm", published = new { from = "1987", undated = "EXCLUDE" }, pageSize = 5 });
        var hit = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hits")[0];
        Assert.Equal(("1987", "YEAR", "METADATA"), (
            hit.GetProperty("article").GetProperty("published").GetProperty("value").GetString(),
            hit.GetProperty("article").GetProperty("published").GetProperty("precision").GetString(),
            hit.GetProperty("article").GetProperty("published").GetProperty("provenance").GetString()));

        Assert.Equal("Storm", (await service.Http.GetFromJsonAsync<JsonElement>("v1/articles/a/1")).GetProperty("headline").GetString());
        Assert.Equal("Storm", (await service.Http.GetFromJsonAsync<JsonElement>("v1/articles/a%2F1")).GetProperty("headline").GetString());
        Assert.Equal(1, (await service.Http.GetFromJsonAsync<JsonElement>("v1/index")).GetProperty("articles").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("v1/articles/none")).StatusCode);
    }

    [Theory]
    [InlineData("ALL", """{"value":3,"relation":"EXACT","distinctTexts":3,"sources":0}""")]
    [InlineData("ARTICLES", """{"value":3,"relation":"EXACT"}""")]
    [InlineData("NONE", null)]
    public async Task A_request_says_what_to_count_and_the_pages_are_the_same(string totals, string? total)
    {
        await ReadyAsync(Storm("1"), Storm("2") with { Body = "a storm at sea" }, Storm("3") with { Body = "the storm on the coast" });
        var (ids, token) = (new List<string>(), "");
        do
        {
            var reply = await service.Http.PostAsJsonAsync(
                "v1/articles:search", new { query = "storm", pageSize = 2, totals, pageToken = token });
            var page = await reply.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(
                total, page.TryGetProperty("total", out var sent) ? sent.GetRawText().Replace(" ", "", StringComparison.Ordinal) : null);
            ids.AddRange(page.GetProperty("hits").EnumerateArray()
                .Select(hit => hit.GetProperty("article").GetProperty("id").GetString()!));
            token = page.GetProperty("nextPageToken").GetString()!;
        }
        while (token.Length > 0);
        Assert.Equal(["1", "2", "3"], ids.Order());
    }

    [Theory]
    [InlineData(SearchRequest.Types.View.Unspecified, "VIEW_UNSPECIFIED", true)]
    [InlineData(SearchRequest.Types.View.Full, "VIEW_FULL", true)]
    [InlineData(SearchRequest.Types.View.Basic, "VIEW_BASIC", false)]
    public async Task The_basic_view_has_the_same_hits_without_snippets(SearchRequest.Types.View asked, string view, bool hasSnippets)
    {
        await ReadyAsync(Storm("1"), Storm("2"));
        var byRest = await service.Http.PostAsJsonAsync("v1/articles:search", new { query = "storm", view });
        var shown = (await byRest.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hits").EnumerateArray().ToList();
        var byGrpc = await Search.SearchAsync(new SearchRequest { Query = "storm", View = asked });
        Assert.Equal(
            [("1", hasSnippets, ""), ("2", hasSnippets, "")],
            byGrpc.Hits.Select(hit => (hit.Article.Id, hit.Snippets.Count > 0, hit.Notice)));
        Assert.Equal(
            [("1", hasSnippets), ("2", hasSnippets)],
            shown.Select(hit => (
                hit.GetProperty("article").GetProperty("id").GetString()!, hit.GetProperty("snippets").GetArrayLength() > 0)));
    }

    [Fact]
    public async Task What_is_counted_and_shown_may_change_from_page_to_page()
    {
        await ReadyAsync(Storm("1"), Storm("2"));
        var first = await Search.SearchAsync(new SearchRequest { Query = "storm", PageSize = 1 });
        var second = await Search.SearchAsync(new SearchRequest
        {
            Query = "storm",
            PageSize = 1,
            PageToken = first.NextPageToken,
            Totals = SearchRequest.Types.Totals.None,
            View = SearchRequest.Types.View.Basic,
        });
        Assert.Equal((2, null), (first.Total.Value, second.Total));
        Assert.Single(second.Hits);
    }

    [Theory]
    [InlineData("""{"query":"date:[1987-13 TO"}""", "BAD_DATE")]
    [InlineData("""{"querry":"storm"}""", "UNKNOWN_FIELD")]
    [InlineData("""{"published":{"form":"1987"}}""", "UNKNOWN_FIELD")]
    [InlineData("""{"query":""", "BAD_JSON")]
    [InlineData("""[]""", "BAD_JSON")]
    public async Task REST_errors_carry_a_reason(string body, string reason)
    {
        await ReadyAsync(Storm("1"));
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var reply = await service.Http.PostAsync("v1/articles:search", content);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        var error = await reply.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(3, error.GetProperty("code").GetInt32());
        Assert.Equal(reason, error.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("search.js", "text/javascript")]
    [InlineData("search.css", "text/css")]
    public async Task The_page_is_there(string path, string type)
    {
        var reply = await service.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, type), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_not_found()
    {
        await ReadyAsync(Storm("1"));
        var articles = new ArticleService.ArticleServiceClient(service.Channel);
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await articles.GetArticleAsync(new GetArticleRequest { Id = "none" }));
        Assert.Equal((StatusCode.NotFound, "ARTICLE_NOT_FOUND"), (failure.StatusCode, Info(failure).Reason));
        Assert.Equal("storm at sea", (await articles.GetArticleAsync(new GetArticleRequest { Id = "1" })).Body);
    }

    [Fact]
    public async Task A_deadline_is_honoured()
    {
        await ReadyAsync(Storm("1"));
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.SearchAsync(new SearchRequest { Query = "storm" }, deadline: DateTime.UnixEpoch));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    private static Article Storm(string id) => new() { Id = id, Body = "storm at sea" };

    private static PublishedDate On(int year) => new(PartialDate.OfYear(year), null, DateProvenance.Metadata);

    private static ErrorInfo Info(RpcException failure) => failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!;

    private async Task ReadyAsync(params Article[] articles)
    {
        await service.WriteAsync(articles);
        // Being ready is not enough: an index is one from its first moment, and the service may have seen it before its articles.
        await Eventually.TrueAsync(async () => await ArticlesAsync() == articles.Length);
    }

    /// <summary>What the service sees now; null while it sees no index.</summary>
    private async Task<long?> ArticlesAsync()
    {
        try
        {
            return (await new IndexService.IndexServiceClient(service.Channel).GetIndexInfoAsync(new GetIndexInfoRequest())).Articles;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return null;
        }
    }

    private async Task<RpcException> FailureAsync(SearchRequest request) =>
        await Assert.ThrowsAsync<RpcException>(async () => await Search.SearchAsync(request));
}
