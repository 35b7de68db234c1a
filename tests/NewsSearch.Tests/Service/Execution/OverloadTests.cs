using System.Net;
using System.Net.Http.Json;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using NewsSearch.V1;
using SearchService.Execution;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service.Execution;

/// <summary>A service whose only search thread is taken.</summary>
public sealed class OverloadTests : IAsyncLifetime
{
    private readonly RunningService service =
        new("--Search:MaxConcurrentSearches", "1", "--Search:MaxSearchWait", "00:00:00.100");

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync([.. Enumerable.Range(0, 40).Select(i => new Article { Id = $"{i:00}", Body = $"storm at sea {i}" })]);
        await service.SeesAsync(40);
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Further_searches_are_refused_over_gRPC_and_REST_and_answered_once_a_thread_is_free()
    {
        using (await TakeThreadAsync())
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () =>
                await Search.SearchAsync(new SearchRequest { Query = "storm" }));
            Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_SEARCHES"),
                (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
            var rest = await service.Http.PostAsJsonAsync("v1/articles:search", new { query = "storm" });
            Assert.Equal(HttpStatusCode.TooManyRequests, rest.StatusCode);
        }

        Assert.Equal(40, (await Search.SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
    }

    [Fact]
    public async Task A_search_for_which_there_is_no_time_is_refused_before_its_request_is_read()
    {
        await using var impatient = new RunningService("--Search:MaxConcurrentSearches", "1", "--Search:MaxSearchWait", "00:00:00");
        await impatient.InitializeAsync();
        using (await impatient.Service<SearchLanes>().Searches.Admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None))
            Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync());

        async Task<HttpStatusCode> SendAsync()
        {
            using var noJson = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
            using var reply = await impatient.Http.PostAsync("v1/articles:search", noJson);
            return reply.StatusCode;
        }
    }

    [Fact]
    public async Task A_batch_is_refused_as_a_whole()
    {
        using var place = await TakeThreadAsync();
        var batch = new BatchSearchRequest { Requests = { new SearchRequest { Query = "storm" }, new SearchRequest { Query = "sea" } } };
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Search.BatchSearchAsync(batch));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    [Fact]
    public async Task Health_readiness_and_metrics_are_answered()
    {
        using var place = await TakeThreadAsync();
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("readyz")).StatusCode);
        var health = await new Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        await Assert.ThrowsAsync<RpcException>(async () => await Search.SearchAsync(new SearchRequest { Query = "storm" }));
        var metrics = await service.Http.GetStringAsync("metrics");
        Assert.Contains("newssearch_searches_running 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("newssearch_searches_refused_total 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("newssearch_lookups_running 0\n", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1/articles/07", HttpStatusCode.OK)]
    [InlineData("v1/articles/07:similar", HttpStatusCode.TooManyRequests)]
    [InlineData("v1/articles/07:revisions", HttpStatusCode.OK)]
    [InlineData("v1/entities:search?name=storm", HttpStatusCode.OK)]
    [InlineData("v1/entities/person:zeus?type=PERSON", HttpStatusCode.NotFound)]
    [InlineData("v1/index", HttpStatusCode.OK)]
    [InlineData("v1/index/generations", HttpStatusCode.OK)]
    [InlineData("v1/suggest?text=sto", HttpStatusCode.OK)]
    public async Task Look_ups_do_not_wait_for_searches(string path, HttpStatusCode status)
    {
        using var place = await TakeThreadAsync();
        Assert.Equal(status, (await service.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_stream_that_has_begun_goes_on_when_a_thread_is_free()
    {
        using var call = Search.Export(new ExportRequest { Query = "storm", OrderBy = "arrived" });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var taken = 1;
        using (await TakeThreadAsync())
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            taken++;
        Assert.Equal(40, taken);
    }

    /// <summary>Takes the place of a search, as one that computes would.</summary>
    private Task<IDisposable> TakeThreadAsync() =>
        service.Service<SearchLanes>().Searches.Admission.EnterAsync("other", Timeout.InfiniteTimeSpan, CancellationToken.None);
}
