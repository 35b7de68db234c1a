using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;
using SearchService.Access;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService.Execution;

/// <summary>
/// Runs the work of calls on the index: waits for a place, runs on a thread of its kind, traces the work and logs it when it is slow.
/// </summary>
/// <remarks>A call that got a place once is not refused later: its further work waits until the call's own deadline.</remarks>
internal sealed class SearchExecutor(
    SearchLanes lanes, IOptions<SearchOptions> options, ServiceMeter meter, TimeProvider clock, ILogger<SearchExecutor> logger)
{
    /// <summary>Results of a stream that are read in one go; more would only wait in memory for the caller.</summary>
    private const int MaxChunk = 16;

    /// <summary>Time after which a stream sends what it has read, so that rare results are not held back.</summary>
    private static readonly TimeSpan MaxChunkTime = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Size of a request up to which it is read on the thread of its call, in bytes. A long query takes up to seconds to read, which no
    /// token stops; many of them would hold up the thread pool.
    /// </summary>
    private const int MaxReadAtOnce = 4096;

    /// <summary>Reads a request into a plan: a long one on a search thread.</summary>
    /// <exception cref="RpcException">As <see cref="RunAsync"/>, for a long request.</exception>
    public async Task<T> PlanAsync<T>(ServerCallContext context, IMessage request, Func<T> read) =>
        request.CalculateSize() <= MaxReadAtOnce
            ? CallTrace.Plan(read)
            : await RunAsync(context, new PlanFacts("a long request"), _ => Task.FromResult(CallTrace.Plan(read)));

    /// <summary>Runs one search with the deadline of its call.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED (TOO_MANY_SEARCHES): no search thread became free in time.</exception>
    public Task<T> RunAsync<T>(ServerCallContext context, PlanFacts facts, Func<CancellationToken, Task<T>> search) =>
        RunInAsync(lanes.Searches, context, facts, search);

    /// <summary>Runs one look-up with the deadline of its call. It waits for other look-ups only, not for searches.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED (TOO_MANY_SEARCHES): no thread for look-ups became free in time.</exception>
    public Task<T> LookUpAsync<T>(ServerCallContext context, PlanFacts facts, Func<CancellationToken, Task<T>> lookUp) =>
        RunInAsync(lanes.LookUps, context, facts, lookUp);

    /// <summary>Reads a stream in chunks; between two of them it holds no search thread, however slow its caller is.</summary>
    /// <exception cref="RpcException">As <see cref="RunAsync"/>, before the first result only.</exception>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        ServerCallContext context, PlanFacts facts, Func<CancellationToken, IAsyncEnumerable<T>> search)
    {
        var deadline = CallDeadline.Of(context);
        await using var results = search(deadline).GetAsyncEnumerator(deadline);
        for (var hasMore = true; hasMore;)
        {
            (var chunk, hasMore) = await RunAsync(context, facts, _ => ReadChunkAsync(results));
            foreach (var result in chunk)
                yield return result;
        }
    }

    private async Task<T> RunInAsync<T>(
        SearchLane lane, ServerCallContext context, PlanFacts facts, Func<CancellationToken, Task<T>> work)
    {
        var deadline = CallDeadline.Of(context);
        using var activity = CallTrace.StartSearch(facts);
        var asked = clock.GetTimestamp();
        using var place = await lane.Admission.EnterAsync(
            Caller.Of(context).Line, MaxWait(lane, context), deadline, CallDeadline.TimeLeft(context, clock));
        context.UserState[lane] = true;
        CallTrace.Admit(activity);
        var begun = clock.GetTimestamp();
        try
        {
            return await Task.Factory.StartNew(() => work(deadline), deadline, TaskCreationOptions.DenyChildAttach, lane.Threads).Unwrap();
        }
        finally
        {
            var (elapsed, wait) = (clock.GetElapsedTime(begun), clock.GetElapsedTime(asked, begun));
            meter.Search(facts.Kind, elapsed, wait);
            LogIfSlow(context.Method, facts, elapsed, wait);
        }
    }

    private TimeSpan MaxWait(SearchLane lane, ServerCallContext context) =>
        context.UserState.ContainsKey(lane) ? Timeout.InfiniteTimeSpan : options.Value.MaxSearchWait;

    private async Task<(List<T> Chunk, bool HasMore)> ReadChunkAsync<T>(IAsyncEnumerator<T> results)
    {
        var begun = clock.GetTimestamp();
        var chunk = new List<T>();
        while (chunk.Count < MaxChunk && clock.GetElapsedTime(begun) < MaxChunkTime)
        {
            if (!await results.MoveNextAsync())
                return (chunk, false);
            chunk.Add(results.Current);
        }

        return (chunk, true);
    }

    private void LogIfSlow(string method, in PlanFacts facts, TimeSpan elapsed, TimeSpan wait)
    {
        if (options.Value.SlowSearchThreshold == TimeSpan.Zero || elapsed < options.Value.SlowSearchThreshold)
            return;
        var subject = options.Value.LogQueryText ? LogText.Of(facts.Subject.ToString() ?? "") : "text not logged";
        logger.SlowSearch(method, elapsed.TotalMilliseconds, wait.TotalMilliseconds, subject, facts.Kind, facts.Clauses, facts.Order,
            facts.PageSize, facts.Generation?.ToString() ?? "newest");
    }
}
