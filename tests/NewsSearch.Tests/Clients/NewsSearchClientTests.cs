using System.Diagnostics;
using Grpc.Core;
using NewsSearch.Client;
using NewsSearch.Client.Errors;
using NewsSearch.Tests.Service;
using NewsSearch.V1;
using SearchService.Execution;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Clients;

/// <summary>The client of .NET against the service itself.</summary>
public sealed class NewsSearchClientTests : IAsyncLifetime
{
    private const int Articles = 230;

    private readonly RunningService service = new("--Search:MaxConcurrentSearches", "1", "--Search:MaxSearchWait", "00:00:00.050");
    private NewsSearchClient client = null!;

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync(
            [.. Enumerable.Range(0, Articles).Select(i => new Article { Id = $"{i:000}", Body = $"storm at sea {i}" })]);
        await service.SeesAsync(Articles);
        client = Connect(new NewsSearchClientOptions());
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Pages_and_export_are_one_list()
    {
        var pages = await ListAsync(client.SearchPagesAsync(new SearchRequest { Query = "storm", OrderBy = "arrived" }));
        Assert.Equal([100, 100, 30], pages.Select(page => page.Hits.Count));
        Assert.Equal([Articles, null, null], pages.Select(page => page.Total?.Value));
        var hits = await ListAsync(client.SearchAllAsync(new SearchRequest { Query = "storm", OrderBy = "arrived", PageSize = 40 }));
        var exported = await ListAsync(client.ExportAllAsync(new ExportRequest { Query = "storm", OrderBy = "arrived" }));
        Assert.Equal(Enumerable.Range(0, Articles).Select(i => $"{i:000}"), hits.Select(hit => hit.Article.Id));
        Assert.Equal(hits.Select(hit => hit.Article.Id), exported.Select(message => message.Article.Id));
        Assert.Equal(
            ["003", "004"],
            (await ListAsync(client.ExportAllAsync(new ExportRequest
            {
                Query = "storm",
                OrderBy = "arrived",
                Cursor = exported[2].Cursor,
                Limit = 2,
            }))).Select(message => message.Article.Id));
        Assert.Equal(7, (await ListAsync(client.ConcordanceAsync(new ConcordanceRequest { Query = "storm", Limit = 7 }))).Count);
    }

    [Fact]
    public async Task A_watcher_goes_on_when_the_service_ends_its_stream()
    {
        await using var brief = new RunningService("--Search:StreamDeadline", "00:00:01");
        await brief.InitializeAsync();
        await brief.WriteAsync(new Article { Id = "before", Body = "storm" });
        await brief.SeesAsync(1);
        using var watcher = new NewsSearchClient(new Uri(brief.GrpcAddress), TimeProvider.System);
        await watcher.Alerts.CreateAlertAsync(new CreateAlertRequest { Query = "storm" });
        var seen = new List<string>();
        await foreach (var message in watcher.WatchAsync(new WatchMatchesRequest()))
        {
            if (message.Match is { } match)
                seen.Add(match.Article.Id);
            else if (seen.Count < 3)
                await WriteLaterAsync($"later{seen.Count}");
            if (seen.Count == 3)
                break;
        }

        Assert.Equal(["later0", "later1", "later2"], seen);

        // Longer than a stream may take.
        async Task WriteLaterAsync(string id)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.2));
            await brief.WriteAsync(new Article { Id = id, Body = $"storm {id}" });
        }
    }

    [Fact]
    public async Task A_wrong_query_says_where()
    {
        var failure = await Assert.ThrowsAsync<InvalidQueryException>(async () =>
            await client.Search.SearchAsync(new SearchRequest { Query = "storm AND" }));
        Assert.Equal((StatusCode.InvalidArgument, "QUERY_SYNTAX", 6, 3, "storm"),
            (failure.StatusCode, failure.Reason, failure.Offset, failure.Length, failure.Mended));
        Assert.NotEmpty(failure.Expected);
        await Assert.ThrowsAsync<InvalidQueryException>(async () =>
            await ListAsync(client.ExportAllAsync(new ExportRequest { Query = "storm AND" })));
        Assert.Throws<InvalidQueryException>(() => client.Search.Search(new SearchRequest { Query = "storm AND" }));
    }

    [Fact]
    public async Task Other_failures_have_types_too()
    {
        var field = await Assert.ThrowsAsync<InvalidFieldException>(async () =>
            await client.Search.SearchAsync(new SearchRequest { PageSize = 101 }));
        Assert.Equal(("page_size", "1 to 100, or 0 for 10"), (field.Field, field.Expected));
        var missing = await Assert.ThrowsAsync<NotFoundException>(async () =>
            await client.Articles.GetArticleAsync(new GetArticleRequest { Id = "nowhere" }));
        Assert.Equal(("ARTICLE_NOT_FOUND", "nowhere"), (missing.Reason, missing.Id));
        var generation = await Assert.ThrowsAsync<GenerationException>(async () =>
            await client.Search.SearchAsync(new SearchRequest { Query = "storm", Since = "99-0000000000000000" }));
        Assert.Equal(("GENERATION_UNKNOWN", "99-0000000000000000"), (generation.Reason, generation.Asked));
        Assert.NotEmpty(generation.Current);
    }

    [Fact]
    public async Task A_call_to_a_busy_service_waits_as_long_as_it_asks_and_is_then_answered()
    {
        var watch = Stopwatch.StartNew();
        AsyncUnaryCall<SearchResponse> call;
        using (await TakeThreadAsync())
        {
            call = client.Search.SearchAsync(new SearchRequest { Query = "storm" });
            // The first attempt is refused after 50 ms; the service asks for a second.
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            Assert.False(call.ResponseAsync.IsCompleted);
        }

        Assert.Equal(Articles, (await call).Total.Value);
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_an_exception_that_says_how_long_to_wait()
    {
        using var place = await TakeThreadAsync();
        using var once = Connect(new NewsSearchClientOptions { MaxAttempts = 1 });
        var failure = await Assert.ThrowsAsync<RetryLaterException>(async () =>
            await once.Search.SearchAsync(new SearchRequest { Query = "storm" }));
        Assert.Equal(("TOO_MANY_SEARCHES", TimeSpan.FromSeconds(1)), (failure.Reason, failure.Wait));
    }

    /// <summary>Retries do not outlast the deadline: a wait that would pass it is not begun.</summary>
    [Fact]
    public async Task The_deadline_covers_the_retries()
    {
        using var place = await TakeThreadAsync();
        using var hasty = Connect(new NewsSearchClientOptions { Deadline = TimeSpan.FromMilliseconds(700) });
        await Assert.ThrowsAsync<RetryLaterException>(async () => await hasty.Search.SearchAsync(new SearchRequest { Query = "storm" }));
        using var hastier = Connect(new NewsSearchClientOptions { Deadline = TimeSpan.FromMilliseconds(1) });
        var late = await Assert.ThrowsAsync<NewsSearchException>(async () =>
            await hastier.Search.SearchAsync(new SearchRequest { Query = "storm" }));
        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
    }

    private NewsSearchClient Connect(NewsSearchClientOptions options) => new(new Uri(service.GrpcAddress), TimeProvider.System, options);

    private Task<IDisposable> TakeThreadAsync() =>
        service.Service<SearchLanes>().Searches.Admission.EnterAsync("other", Timeout.InfiniteTimeSpan, CancellationToken.None);

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
