using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using NewsSearch.V1;
using SearchService.Telemetry;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service.Telemetry;

/// <summary>What a collector of traces sees of a call.</summary>
public sealed class CallTraceTests : IAsyncLifetime
{
    private readonly RunningService service = new();
    private readonly ConcurrentQueue<Activity> ended = [];
    private readonly ActivityListener listener;

    public CallTraceTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CallTrace.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync(new Article { Id = "1", Body = "storm at sea" });
        await service.SeesAsync(1);
    }

    public async Task DisposeAsync()
    {
        listener.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_search_is_a_call_with_plan_search_and_reply_below_it()
    {
        var parts = await TraceAsync(async () =>
            await Search.SearchAsync(new SearchRequest { Query = "storm", PageSize = 7, OrderBy = "newest" }));
        Assert.Equal(["plan", "search", "reply", "newssearch.v1.SearchService/Search"], parts.Select(part => part.DisplayName));
        var (search, call) = (parts[1], parts[3]);
        Assert.All(parts.Take(3), part => Assert.Equal(call.SpanId, part.ParentSpanId));
        Assert.Equal(("grpc", "newssearch.v1.SearchService", "Search", ActivityStatusCode.Unset),
            (call.GetTagItem("rpc.system"), call.GetTagItem("rpc.service"), call.GetTagItem("rpc.method"), call.Status));
        Assert.Equal((1, "newest", 7),
            (search.GetTagItem("newssearch.clauses"), search.GetTagItem("newssearch.order"), search.GetTagItem("newssearch.page_size")));
        Assert.Equal("admitted", Assert.Single(search.Events).Name);
    }

    [Fact]
    public async Task A_call_that_fails_has_its_status()
    {
        var call = (await TraceAsync(async () => await Search.SearchAsync(new SearchRequest { PageSize = 101 })))[^1];
        Assert.Equal((ActivityStatusCode.Error, (int)StatusCode.InvalidArgument), (call.Status, call.GetTagItem("rpc.grpc.status_code")));
    }

    [Fact]
    public async Task A_stream_is_one_call_with_a_search_for_each_chunk()
    {
        var parts = await TraceAsync(async () =>
        {
            using var call = Search.Export(new ExportRequest { Query = "storm" });
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                // The trace is what counts.
            }
        });
        Assert.Equal(["plan", "search", "newssearch.v1.SearchService/Export"], parts.Select(part => part.DisplayName).Distinct());
    }

    [Fact]
    public async Task No_trace_holds_the_text_of_a_query()
    {
        var parts = await TraceAsync(async () => await Search.SearchAsync(new SearchRequest { Query = "confidential" }));
        Assert.All(parts, part => Assert.DoesNotContain(
            part.TagObjects, tag => $"{tag.Value}".Contains("confidential", StringComparison.Ordinal)));
    }

    /// <summary>The activities of one call in the order of their end. Services of other tests are called meanwhile.</summary>
    private async Task<IReadOnlyList<Activity>> TraceAsync(Func<Task> call)
    {
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        root.Start();
        await Record.ExceptionAsync(call);
        List<Activity> parts = [];
        await Eventually.TrueAsync(() =>
        {
            parts = [.. ended.Where(activity => activity.TraceId == root.TraceId)];
            return Task.FromResult(parts.Exists(part => part.DisplayName.StartsWith("newssearch.", StringComparison.Ordinal)));
        });
        return parts;
    }
}
