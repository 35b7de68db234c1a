using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using NewsSearch.V1;
using SearchService.Errors;
using Article = NewsIndex.Articles.Article;
using Entity = NewsSearch.V1.Entity;

namespace NewsSearch.Tests.Service;

/// <summary>
/// What a caller may send, whatever it is, is answered or refused with a reason, and every other call on its connection goes on. The client
/// accepts 8 KB of trailers, as most do by default.
/// </summary>
public sealed class AttackTests : IAsyncLifetime
{
    private readonly RunningService service = new("--Logging:LogLevel:Default", "Warning");
    private GrpcChannel channel = null!;

    private V1.SearchService.SearchServiceClient Search => new(channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        channel = GrpcChannel.ForAddress(service.GrpcAddress,
            new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { MaxResponseHeadersLength = 8 } });
        await service.WriteAsync(new Article { Id = "1", Body = "storm at sea", Source = "Herald" });
        await service.SeesAsync(1);
    }

    public async Task DisposeAsync()
    {
        channel.Dispose();
        await service.DisposeAsync();
    }

    /// <summary>Every field of text of every call. Some of them find nothing by it, which is an answer too.</summary>
    public static TheoryData<string> Calls => [.. Attacks.Keys];

    private static readonly Dictionary<string, Func<GrpcChannel, string, Task>> Attacks = new()
    {
        ["the name of a field in a query"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"{text}:a" }),
        ["the name of a field, forgiving"] = (channel, text) =>
            Searching(channel, new SearchRequest { Query = $"{text}:(", Forgiving = true }),
        ["the name of a field in Lucene's syntax"] = (channel, text) =>
            Searching(channel, new SearchRequest { Query = $"{text}:a", Syntax = SearchRequest.Types.Syntax.Lucene }),
        ["a word that Lucene cannot read"] = (channel, text) =>
            Searching(channel, new SearchRequest { Query = $"a {text}]", Syntax = SearchRequest.Types.Syntax.Lucene }),
        ["a word"] = (channel, text) => Searching(channel, new SearchRequest { Query = text }),
        ["a pattern"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"a*{text}*b?c" }),
        ["a pattern near a word"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"a*{text}*b NEAR/3 storm" }),
        ["a regular expression"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"/{text}(a|b)+/" }),
        ["a regular expression that is none"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"/{text}(?=a)/" }),
        ["a fuzzy word"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"{text}~9" }),
        ["a date in a query"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"date:{text}" }),
        ["a generation in a query"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"since:{text}" }),
        ["a name in a query"] = (channel, text) => Searching(channel, new SearchRequest { Query = $"person:\"{text}\"" }),
        ["an operator with nothing after it"] = (channel, text) =>
            Searching(channel, new SearchRequest { Query = $"{text} NEAR/5 (\"{text}\" {text}*" }),
        ["a first date"] = (channel, text) => Searching(channel, new SearchRequest { Published = new DateRange { From = text } }),
        ["an entity"] = (channel, text) => Searching(channel, new SearchRequest { Entities = { new EntityFilter { Name = text } } }),
        ["a source"] = (channel, text) => Searching(channel, new SearchRequest { Sources = { text } }),
        ["an order"] = (channel, text) => Searching(channel, new SearchRequest { OrderBy = text }),
        ["a page token"] = (channel, text) => Searching(channel, new SearchRequest { PageToken = text }),
        ["a time zone"] = (channel, text) => Searching(channel, new SearchRequest { TimeZone = text }),
        ["a generation"] = (channel, text) => Searching(channel, new SearchRequest { Generation = text }),
        ["what came since"] = (channel, text) => Searching(channel, new SearchRequest { Since = text }),
        ["a query to be parsed"] = async (channel, text) =>
            await Client(channel).ParseQueryAsync(new ParseQueryRequest { Query = $"{text}:a" }),
        ["what is being typed"] = async (channel, text) => await Client(channel).SuggestAsync(new SuggestRequest { Text = text }),
        ["a facet"] = async (channel, text) => await Client(channel).AggregateAsync(new AggregateRequest { Facets = { text } }),
        ["an interval"] = async (channel, text) => await Client(channel).AggregateAsync(new AggregateRequest { Timeline = text }),
        ["a value of a facet"] = async (channel, text) =>
            await Client(channel)
            .AggregateAsync(new AggregateRequest { Selections = { new FacetSelection { Field = "source", Values = { text } } } }),
        ["an article to explain"] = async (channel, text) =>
            await Client(channel)
            .ExplainArticleAsync(new ExplainArticleRequest { Id = text, Search = new SearchRequest { Query = "storm" } }),
        ["a cursor"] = (channel, text) =>
            Client(channel).Export(new ExportRequest { Cursor = text }).ResponseStream.MoveNext(CancellationToken.None),
        ["an order of lines"] = (channel, text) =>
            Client(channel)
            .Concordance(new ConcordanceRequest { Query = "storm", OrderBy = text }).ResponseStream.MoveNext(CancellationToken.None),
        ["a search of a batch"] = async (channel, text) =>
            await Client(channel).BatchSearchAsync(new BatchSearchRequest { Requests = { new SearchRequest { Query = $"{text}:a" } } }),
        ["an article"] = async (channel, text) =>
            await new ArticleService.ArticleServiceClient(channel).GetArticleAsync(new GetArticleRequest { Id = text }),
        ["revisions of an article"] = async (channel, text) =>
            await new ArticleService.ArticleServiceClient(channel).ListRevisionsAsync(new ListRevisionsRequest { Id = text }),
        ["articles like one"] = async (channel, text) =>
            await new ArticleService.ArticleServiceClient(channel).FindSimilarArticlesAsync(new FindSimilarArticlesRequest { Id = text }),
        ["an entity's id"] = async (channel, text) => await Entities(channel).GetEntityAsync(new GetEntityRequest { Id = text }),
        ["an entity's id of the right form"] = async (channel, text) =>
            await Entities(channel).GetEntityAsync(new GetEntityRequest { Id = $"person:{text}" }),
        ["mentions of an entity"] = async (channel, text) =>
            await Entities(channel).ListMentionsAsync(new ListMentionsRequest { Id = $"person:{text}" }),
        ["companions of an entity"] = async (channel, text) =>
            await Entities(channel).ListCooccurrencesAsync(new ListCooccurrencesRequest { Id = $"person:{text}" }),
        ["the name of an entity"] = async (channel, text) =>
            await Entities(channel).SearchEntitiesAsync(new SearchEntitiesRequest { Name = text }),
        ["a merge"] = async (channel, text) =>
            await Entities(channel)
            .MergeEntitiesAsync(
            new MergeEntitiesRequest { From = new Entity { Id = text }, Into = new Entity { Id = text }, Who = "desk" }),
        ["who corrects"] = async (channel, text) =>
            await Entities(channel).UndoCorrectionAsync(new UndoCorrectionRequest { Number = 1, Who = text, Why = text }),
        ["a hidden mention"] = async (channel, text) =>
            await Entities(channel)
            .HideMentionAsync(new HideMentionRequest { Entity = new Entity { Id = "person:a" }, ArticleId = text, Who = "desk" }),
        ["a generation to pin"] = async (channel, text) =>
            await new IndexService.IndexServiceClient(channel).PinGenerationAsync(new PinGenerationRequest { Generation = text }),
        ["a generation to let go"] = async (channel, text) =>
            await new IndexService.IndexServiceClient(channel).UnpinGenerationAsync(new UnpinGenerationRequest { Generation = text }),
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_text_of_any_length_costs_no_other_call(string call)
    {
        foreach (var text in new[] { new string('x', 12_000), new string('x', 60_000), new string('x', 300_000), new string('漢', 12_000),
            string.Concat(Enumerable.Repeat("\U0001F600", 6_000)), new string('%', 20_000), "\u0000\u0001\u001B[31m\r\n\u202E\uFEFF",
            "../../../etc/passwd", "(.*a){20}.{30}" })
        {
            var (code, failure) = await TryAsync(() => Attacks[call](channel, text));
            if (failure is not null)
                AssertBounded(failure, text[0]);
            Assert.Contains(code, (StatusCode[])[StatusCode.OK, StatusCode.InvalidArgument, StatusCode.NotFound]);
            Assert.Equal(1, (await Search.SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
        }

        Assert.All(service.Log.Entries, entry => Assert.Null(entry.Failure));
    }

    [Theory]
    [InlineData(101, 100)]
    [InlineData(100, 100)]
    [InlineData(3, 3)]
    public void At_most_a_hundred_characters_of_a_text_are_sent_back(int length, int shown)
    {
        var text = new string('x', length);
        Assert.Equal(shown, Echo.Of(text).Count(each => each == 'x'));
        Assert.InRange(Echo.Within($"no {text}, and {text} or {text}!", $"a {text} b").Count(each => each == 'x'), 3 * (shown - 1),
            3 * shown);
        Assert.EndsWith("!", Echo.Within($"no {text}!", text), StringComparison.Ordinal);
    }

    [Fact]
    public void No_status_is_larger_than_its_budget()
    {
        var dear = new string('漢', 5_000);
        var details = new ErrorInfo { Reason = "R", Domain = dear, Metadata = { { "a", dear }, { "b", dear } } };
        var violations =
            new BadRequest
            {
                FieldViolations =
            { Enumerable.Repeat(0, 3).Select(_ => new BadRequest.Types.FieldViolation { Field = dear, Description = dear }) }
            };
        Assert.InRange(TrailerBudget.SizeOf(TrailerBudget.Fit(3, dear, [details, violations])), 1, TrailerBudget.MaxBytes);
    }

    [Fact]
    public async Task Filters_count_as_clauses_and_equal_ones_once()
    {
        await AssertTooExpensiveAsync(
            new SearchRequest { Entities = { Enumerable.Range(0, 20_000).Select(i => new EntityFilter { Name = $"Jane Roe {i}" }) } });
        await AssertTooExpensiveAsync(new SearchRequest { Sources = { Enumerable.Range(0, 100_000).Select(i => $"S{i}") } });
        await AssertTooExpensiveAsync(new SearchRequest { Query = "storm", Sources = { Enumerable.Range(0, 1_024).Select(i => $"S{i}") } });
        Assert.Equal(1,
            (await Search.SearchAsync(
            new SearchRequest { Query = "storm", Sources = { Enumerable.Repeat("Herald", 50_000) } })).Total.Value);
        Assert.Equal("storm AND source:\"Herald\"",
            (await Search.SearchAsync(new SearchRequest { Query = "storm", Sources = { "Herald", "Herald" } })).CanonicalQuery);
    }

    [Fact]
    public async Task A_canonical_query_is_no_longer_than_a_query_may_be() =>
        await AssertTooExpensiveAsync(
            new SearchRequest { Query = "storm", Sources = { Enumerable.Range(0, 500).Select(i => $"{i} {new string('s', 400)}") } });

    [Theory]
    [InlineData(SearchRequest.Types.Syntax.Newssearch, false)]
    [InlineData(SearchRequest.Types.Syntax.Newssearch, true)]
    [InlineData(SearchRequest.Types.Syntax.Lucene, false)]
    public async Task A_long_query_is_refused_before_it_is_read(SearchRequest.Types.Syntax syntax, bool forgiving)
    {
        var info = await AssertTooExpensiveAsync(
            new SearchRequest { Query = string.Concat(Enumerable.Repeat("x:a ", 300_000)), Syntax = syntax, Forgiving = forgiving });
        Assert.Equal(("65536", "1200000"), (info.Metadata["limit"], info.Metadata["actual"]));
    }

    [Fact]
    public async Task Facets_are_counted_once_each_and_picked_values_count_as_clauses()
    {
        var counted =
            await Search.AggregateAsync(new AggregateRequest { Query = "storm", Facets = { Enumerable.Repeat("person", 100_000) } });
        Assert.Equal("person", Assert.Single(counted.Facets).Field);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await Search.AggregateAsync(new AggregateRequest
        {
            Selections = { new FacetSelection { Field = "source", Values = { Enumerable.Range(0, 5_000).Select(i => $"S{i}") } } },
        }));
        Assert.Equal("QUERY_TOO_EXPENSIVE", Info(failure).Reason);
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_no_failure_of_the_service()
    {
        using var gone = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 50)
            .Select(_ => TryAsync(() =>
            Search.SearchAsync(new SearchRequest { Query = "s* OR t* OR a*" }, cancellationToken: gone.Token).ResponseAsync)).ToList();
        await gone.CancelAsync();
        await Task.WhenAll(calls);
        await TryAsync(() => Search.SearchAsync(new SearchRequest { Query = "storm" }, deadline: DateTime.UnixEpoch).ResponseAsync);
        Assert.Equal(1, (await Search.SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
        Assert.All(service.Log.Entries, entry => Assert.Null(entry.Failure));
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    private static V1.SearchService.SearchServiceClient Client(GrpcChannel channel) => new(channel);

    private static EntityService.EntityServiceClient Entities(GrpcChannel channel) => new(channel);

    private static async Task Searching(GrpcChannel channel, SearchRequest request) => await Client(channel).SearchAsync(request);

    private static ErrorInfo Info(RpcException failure) => failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!;

    private static async Task<(StatusCode, RpcException?)> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return (StatusCode.OK, null);
        }
        catch (RpcException e)
        {
            return (e.StatusCode, e);
        }
    }

    private static void AssertBounded(RpcException failure, char letter)
    {
        var status = failure.GetRpcStatus();
        Assert.NotNull(status?.GetDetail<ErrorInfo>());
        Assert.InRange(TrailerBudget.SizeOf(status), 1, TrailerBudget.MaxBytes);
        var texts = status.Details.Select(detail => detail.Value.ToStringUtf8()).Append(status.Message);
        Assert.All(texts, text => Assert.DoesNotContain(new string(letter, 101), text, StringComparison.Ordinal));
    }

    private async Task<ErrorInfo> AssertTooExpensiveAsync(SearchRequest request)
    {
        var info = Info(await Assert.ThrowsAsync<RpcException>(async () => await Search.SearchAsync(request)));
        Assert.Equal("QUERY_TOO_EXPENSIVE", info.Reason);
        return info;
    }
}
