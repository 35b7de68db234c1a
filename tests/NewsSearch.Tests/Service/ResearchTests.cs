using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using NewsIndex.Articles;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using NamedEntity = NewsIndex.Articles.NamedEntity;
using PublishedDate = NewsIndex.Articles.PublishedDate;

namespace NewsSearch.Tests.Service;

/// <summary>Exports, concordances, batches, citations and the like, over gRPC and REST.</summary>
public sealed class ResearchTests : IAsyncLifetime
{
    private readonly RunningService service = new();

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    private IndexService.IndexServiceClient Index => new(service.Channel);

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_pinned_generation_answers_the_same_to_the_byte_however_the_index_grows()
    {
        await ReadyAsync([.. Enumerable.Range(0, 20).Select(i => Storm($"{i}", 1980 + i))]);
        var pinned = await Index.PinGenerationAsync(new PinGenerationRequest { By = "a doctoral student", Why = "chapter 3" });
        SearchRequest[] requests =
        [
            new() { Query = "storm", Generation = pinned.Generation },
            new() { Query = "storm date:[1985 TO 1990]", Generation = pinned.Generation, OrderBy = "newest", PageSize = 3 },
            new() { Query = "storm OR number*", Generation = pinned.Generation, Duplicates = Duplicates.Collapse, PageSize = 100 },
        ];
        var before = await AnswersAsync(requests);

        // Replaces half of the articles, adds as many, and commits several times; another process would do no different.
        for (var round = 0; round < 4; round++)
        {
            await service.WriteAsync(
            [
                .. Enumerable.Range(0, 10).Select(i => Storm($"{i}", 1990 + i) with { Body = $"storm and flood {round}" }),
                .. Enumerable.Range(0, 10).Select(i => Storm($"new {round} {i}", 2000)),
            ]);
        }

        await Eventually.TrueAsync(async () => (await Search.SearchAsync(new SearchRequest { Query = "storm" })).Total.Value == 60);

        Assert.Equal(before, await AnswersAsync(requests));
        Assert.NotEqual(before[0], (await Search.SearchAsync(new SearchRequest { Query = "storm" })).ToByteString());

        // And after the service, and its memory of older generations, were restarted.
        await service.RestartAsync();
        Assert.Equal(before, await AnswersAsync(requests));
        Assert.Equal((pinned.Generation, "chapter 3"), (await Index.ListGenerationsAsync(new ListGenerationsRequest()))
            .Pinned.Select(pin => (pin.Generation, pin.Why)).Single());

        await Index.UnpinGenerationAsync(new UnpinGenerationRequest { Generation = pinned.Generation });
        await service.WriteAsync(Storm("last", 2001));
        await service.RestartAsync();
        var expired = await Assert.ThrowsAsync<RpcException>(async () => await Search.SearchAsync(requests[0]));
        Assert.Equal((StatusCode.FailedPrecondition, "GENERATION_EXPIRED"), (expired.StatusCode, ReasonOf(expired)));
        Assert.Equal("GENERATION_EXPIRED", ReasonOf(await Assert.ThrowsAsync<RpcException>(async () =>
            await Index.PinGenerationAsync(new PinGenerationRequest { Generation = pinned.Generation }))));
        Assert.Equal("GENERATION_NOT_PINNED", ReasonOf(
            await Assert.ThrowsAsync<RpcException>(async () =>
            await Index.UnpinGenerationAsync(new UnpinGenerationRequest { Generation = pinned.Generation }))));
    }

    [Fact]
    public async Task What_is_corrected_later_does_not_change_what_was_cited()
    {
        await ReadyAsync(
            Storm("1", 1987) with { Entities = [new NamedEntity("Jane Roe", EntityType.Person)] },
            Storm("2", 1988) with { Entities = [new NamedEntity("J. A. Roe", EntityType.Person)] });
        var entities = new EntityService.EntityServiceClient(service.Channel);
        var pinned = await Index.PinGenerationAsync(new PinGenerationRequest());
        var cited = new SearchRequest { Query = "person:\"Jane Roe\"", Generation = pinned.Generation };
        var before = await AnswersAsync([cited]);
        Assert.Equal(1, (await Search.SearchAsync(cited)).Total.Value);

        var hidden = new Entity { Id = "person:jane roe" };
        await entities.HideMentionAsync(
            new HideMentionRequest { Entity = hidden, ArticleId = "1", Who = "a desk", Why = "another Roe" });
        Assert.Equal(before, await AnswersAsync([cited]));
        Assert.Equal(0, (await Search.SearchAsync(new SearchRequest { Query = cited.Query })).Total.Value);

        // Pinned once more, it is still what was cited first; and so it is after the service was restarted.
        await Index.PinGenerationAsync(new PinGenerationRequest { Generation = pinned.Generation });
        await service.RestartAsync();
        Assert.Equal(before, await AnswersAsync([cited]));
    }

    [Fact]
    public async Task Nothing_found_is_explained_with_the_filters_of_the_request()
    {
        await ReadyAsync([.. Enumerable.Range(0, 3).Select(i => Storm($"{i}", 1980 + i) with { Source = "Courier" })]);
        var reply = await Search.SearchAsync(
            new SearchRequest { Query = "storm", Published = new DateRange { From = "1990" }, Sources = { "Courier" } });
        Assert.Equal(["storm 3/0", "date:[1990 TO *] 0/3", "source:\"Courier\" 3/0"],
            reply.EmptyResult.Clauses.Select(clause => $"{clause.Text} {clause.Alone}/{clause.Without}"));
        Assert.Equal("No article matches date:[1990 TO *]. Without date:[1990 TO *]: 3 articles.", Assert.Single(reply.Notices));
        var near = Assert.Single(reply.EmptyResult.Alternatives);
        Assert.Equal((Alternative.Types.Change.LeftOut, 3), (near.Change, near.Articles));
        Assert.Equal(3, (await Search.SearchAsync(new SearchRequest { Query = near.Query })).Total.Value);
        var counted = await Search.AggregateAsync(new AggregateRequest { Query = "storm flood", Timeline = "year", WithArchive = true });
        Assert.Equal(["flood"], counted.EmptyResult.Missing);
        Assert.Contains("flood", Assert.Single(counted.Notices), StringComparison.Ordinal);
        Assert.Null((await Search.SearchAsync(new SearchRequest { Query = "storm" })).EmptyResult);
        var cut = await Search.AggregateAsync(
            new AggregateRequest { Query = "storm date:[1980-06 TO 1981-12]", Timeline = "year", WithArchive = true });
        Assert.Equal(["1980 True 0", "1981 False 1"],
            cut.Timeline.Buckets.Select(bucket => $"{bucket.Start} {bucket.Partial} {bucket.Articles}"));
    }

    [Theory]
    [InlineData("SEARCH")]
    [InlineData("LUCENE")]
    [InlineData("FORGIVING")]
    public async Task Nothing_found_is_explained_in_every_syntax(string syntax)
    {
        await ReadyAsync(Storm("1", 1980));
        var reply = await Search.SearchAsync(new SearchRequest
        {
            Query = syntax == "LUCENE" ? "+storm +flood" : syntax == "FORGIVING" ? "storm flood (" : "storm flood",
            Syntax = syntax == "LUCENE" ? SearchRequest.Types.Syntax.Lucene : SearchRequest.Types.Syntax.Newssearch,
            Forgiving = syntax == "FORGIVING",
        });
        Assert.Equal(["storm 1/0", "flood 0/1"],
            reply.EmptyResult.Clauses.Select(clause => $"{clause.Text} {clause.Alone}/{clause.Without}"));
        Assert.Contains("No article matches flood. Without flood: 1 article.", reply.Notices);
    }

    [Fact]
    public async Task What_came_since_a_reply_is_asked_with_its_generation()
    {
        await ReadyAsync(Storm("1", 1987));
        var last = await Search.SearchAsync(new SearchRequest { Query = "storm" });
        await service.WriteAsync(Storm("2", 1986), Storm("3", 1985));
        SearchResponse news = new();
        await Eventually.TrueAsync(async () => (news = await Search.SearchAsync(
            new SearchRequest { Query = "storm", Since = last.Generation, OrderBy = "arrived" })).Hits.Count > 0);
        Assert.Equal(["2", "3"], news.Hits.Select(hit => hit.Article.Id));
        Assert.Equal($"storm AND since:{last.Generation}", news.CanonicalQuery);
        var unknown = await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.SearchAsync(new SearchRequest { Query = "storm", Since = "99-0000000000000000" }));
        Assert.Equal((StatusCode.FailedPrecondition, "GENERATION_UNKNOWN"), (unknown.StatusCode, ReasonOf(unknown)));
        Assert.Equal("FIELD_OUT_OF_RANGE", ReasonOf(await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.SearchAsync(new SearchRequest { Query = "storm", Since = "yesterday" }))));
    }

    [Fact]
    public async Task An_export_is_the_pages_of_the_search_and_goes_on_from_its_cursor()
    {
        await ReadyAsync([.. Enumerable.Range(0, 150).Select(i => Storm($"{i:000}", 1900 + (i % 100)))]);
        var paged = new List<string>();
        for (var request = new SearchRequest { Query = "storm", PageSize = 40, OrderBy = "newest" }; ;)
        {
            var page = await Search.SearchAsync(request);
            paged.AddRange(page.Hits.Select(hit => hit.Article.Id));
            if ((request.PageToken = page.NextPageToken).Length == 0)
                break;
        }

        var exported = await ExportAsync(new ExportRequest { Query = "storm", OrderBy = "newest" });
        Assert.Equal(paged, exported.Select(message => message.Article.Id));
        Assert.All(exported, message => Assert.StartsWith("storm number", message.Article.Body, StringComparison.Ordinal));
        var rest = await ExportAsync(
            new ExportRequest { Query = "storm", OrderBy = "newest", Cursor = exported[99].Cursor, WithoutBody = true });
        Assert.Equal(paged.Skip(100), rest.Select(message => message.Article.Id));
        Assert.All(rest, message => Assert.Empty(message.Article.Body));
        Assert.Equal(7, (await ExportAsync(new ExportRequest { Query = "storm", Limit = 7 })).Count);
        var mismatch = await Assert.ThrowsAsync<RpcException>(() =>
            ExportAsync(new ExportRequest { Query = "flood", Cursor = exported[0].Cursor }));
        Assert.Equal(("PAGE_TOKEN_MISMATCH", "cursor"),
            (ReasonOf(mismatch), mismatch.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["field"]));

        var lines = (await (await service.Http.PostAsJsonAsync("v1/articles:export", new { query = "storm", orderBy = "newest" }))
            .Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(paged, lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("article").GetProperty("id")
            .GetString()));
    }

    [Fact]
    public async Task A_concordance_comes_over_gRPC_and_REST()
    {
        await ReadyAsync(Storm("1", 1990), Storm("2", 1980));
        var lines = new List<ConcordanceResponse>();
        using (var call = Search.Concordance(new ConcordanceRequest { Query = "storm", OrderBy = "right", Context = 20 }))
        {
            await foreach (var line in call.ResponseStream.ReadAllAsync())
                lines.Add(line);
        }

        Assert.Equal(["storm number 1", "storm number 2"], lines.Select(line => line.Match + line.Right));
        var rest = await (await service.Http.PostAsJsonAsync("v1/articles:concordance", new { query = "number", orderBy = "oldest" }))
            .Content.ReadAsStringAsync();
        Assert.Equal(["2", "1"], rest.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("article").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_batch_has_one_answer_for_each_and_a_bad_one_spoils_only_itself()
    {
        await ReadyAsync(Storm("1", 1990));
        var batch = await Search.BatchSearchAsync(new BatchSearchRequest
        {
            Requests =
            {
                new SearchRequest { Query = "storm" },
                new SearchRequest { Query = "storm AND" },
                new SearchRequest { Query = "storm", PageSize = 1000 },
                new SearchRequest { Query = "nothing" },
            },
        });
        Assert.Equal(1, batch.Results[0].Response.Total.Value);
        var error = batch.Results[1].Error;
        Assert.Equal(
            (StatusCode.InvalidArgument, "QUERY_SYNTAX", "6"), ((StatusCode)error.Code, error.Reason, error.Metadata["offset"]));
        Assert.Equal("page_size", batch.Results[2].Error.Metadata["field"]);
        Assert.Equal(0, batch.Results[3].Response.Total.Value);
        var tooMany = await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.BatchSearchAsync(new BatchSearchRequest { Requests = { Enumerable.Repeat(new SearchRequest(), 1001) } }));
        Assert.Equal("FIELD_OUT_OF_RANGE", ReasonOf(tooMany));
        var hundred = new SearchRequest { PageSize = 100 };
        var tooLarge = await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.BatchSearchAsync(new BatchSearchRequest { Requests = { Enumerable.Repeat(hundred, 101) } }));
        Assert.Equal("FIELD_OUT_OF_RANGE", ReasonOf(tooLarge));
    }

    [Fact]
    public async Task A_query_is_parsed_in_either_syntax_and_nothing_is_run()
    {
        await ReadyAsync(Storm("1", 1990));
        var parsed = await Search.ParseQueryAsync(new ParseQueryRequest { Query = "storm -flood OR num*" });
        Assert.Equal(("(storm AND NOT flood) OR num*", "or", 2, 3),
            (parsed.CanonicalQuery, parsed.Tree.Kind, parsed.Tree.Parts.Count, parsed.Cost.Clauses));
        Assert.Single(parsed.Notices);
        Assert.Equal("storm OR flood", (await Search.ParseQueryAsync(
            new ParseQueryRequest { Query = "storm flood", Syntax = SearchRequest.Types.Syntax.Lucene })).CanonicalQuery);
        Assert.Equal("storm", (await Search.ParseQueryAsync(new ParseQueryRequest { Query = "(storm", Forgiving = true })).CanonicalQuery);
        Assert.Equal("QUERY_SYNTAX", ReasonOf(await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.ParseQueryAsync(new ParseQueryRequest { Query = "(storm" }))));
        var rest = await (await service.Http.PostAsJsonAsync("v1/query:parse", new { query = "storm" }))
            .Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("storm", rest.GetProperty("canonicalQuery").GetString());
    }

    [Theory]
    [InlineData("date:1987-13 cocoa", "cocoa")]
    [InlineData("hedline:storm", "headline:storm")]
    [InlineData("headline:(", null)]
    public async Task A_mistake_offers_a_mended_query(string typed, string? mended)
    {
        foreach (var forgiving in new[] { false, true })
        {
            var failure =
                await Assert.ThrowsAsync<RpcException>(async () =>
                await Search.SearchAsync(new SearchRequest { Query = typed, Forgiving = forgiving }));
            Assert.Equal(mended, failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata.GetValueOrDefault("mended"));
        }
    }

    [Fact]
    public async Task A_score_is_explained_and_similar_articles_and_suggestions_come_over_REST()
    {
        await ReadyAsync(Storm("1", 1990), Storm("2", 1991) with { Body = "another storm, of a different number and kind" },
            Storm("a/b", 1992) with { Body = "a storm of numbers of a third kind" });
        var explained = await Search.ExplainArticleAsync(
            new ExplainArticleRequest { Id = "1", Search = new SearchRequest { Query = "storm number" } });
        Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 0.001);
        Assert.Equal("ARTICLE_NOT_FOUND", ReasonOf(await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.ExplainArticleAsync(new ExplainArticleRequest { Id = "none", Search = new SearchRequest() }))));
        var similar = await service.Http.GetFromJsonAsync<JsonElement>("v1/articles/1:similar?pageSize=5");
        Assert.Equal(["2", "a/b"], similar.GetProperty("articles").EnumerateArray()
            .Select(each => each.GetProperty("article").GetProperty("id").GetString()).Order());
        Assert.Equal(2, (await service.Http.GetFromJsonAsync<JsonElement>("v1/articles/a%2Fb:similar")).GetProperty("articles")
            .GetArrayLength());
        var suggested = await service.Http.GetFromJsonAsync<JsonElement>("v1/suggest?text=numb");
        Assert.Contains(suggested.GetProperty("suggestions").EnumerateArray(), item => item.GetProperty("text").GetString() == "number");
    }

    [Fact]
    public async Task Relative_dates_mean_the_same_days_on_every_page()
    {
        await ReadyAsync([.. Enumerable.Range(0, 5).Select(i => Storm($"{i}", 1990))]);
        var request = new SearchRequest { Query = "storm -date:>=now-1s", PageSize = 2 };
        var first = await Search.SearchAsync(request);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        request.PageToken = first.NextPageToken;
        var second = await Search.SearchAsync(request);
        Assert.Equal((2, first.CanonicalQuery), (second.Hits.Count, second.CanonicalQuery));
    }

    [Fact]
    public async Task Metrics_tell_of_requests_and_of_the_index()
    {
        await ReadyAsync(Storm("1", 1990), Storm("2", 1991));
        await service.Http.PostAsJsonAsync("v1/articles:search", new { query = "storm" });
        var metrics = await service.Http.GetStringAsync("metrics");
        Assert.Contains("newssearch_index_ready 1", metrics, StringComparison.Ordinal);
        Assert.Contains("newssearch_index_articles 2", metrics, StringComparison.Ordinal);
        Assert.Matches("http_request_duration_seconds_count\\{code=\"200\",method=\"POST\"[^}]*v1/articles:search", metrics);
    }

    [Theory]
    [InlineData("time_zone", "Mars/Olympus", "")]
    [InlineData("generation", "", "yesterday")]
    public async Task Unknown_zones_and_generations_are_named(string field, string timeZone, string generation)
    {
        await ReadyAsync(Storm("1", 1990));
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.SearchAsync(new SearchRequest { TimeZone = timeZone, Generation = generation }));
        Assert.Equal(field, failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["field"]);
    }

    private static Article Storm(string id, int year) => new()
    {
        Id = id,
        Body = $"storm number {id}",
        Published = new PublishedDate(PartialDate.OfYear(year), null, DateProvenance.Metadata),
    };

    private async Task ReadyAsync(params Article[] articles)
    {
        await service.WriteAsync(articles);
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await Search.SearchAsync(new SearchRequest())).Total.Value == articles.Length;
            }
            catch (RpcException)
            {
                return false;
            }
        });
    }

    private async Task<List<ByteString>> AnswersAsync(IEnumerable<SearchRequest> requests)
    {
        var answers = new List<ByteString>();
        foreach (var request in requests)
            answers.Add((await Search.SearchAsync(request)).ToByteString());
        return answers;
    }

    private async Task<List<ExportResponse>> ExportAsync(ExportRequest request)
    {
        var all = new List<ExportResponse>();
        using var call = Search.Export(request);
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            all.Add(message);
        return all;
    }

    private static string ReasonOf(RpcException failure) => failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";
}
