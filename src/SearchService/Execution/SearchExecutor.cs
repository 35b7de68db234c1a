using Grpc.Core;
using Microsoft.Extensions.Options;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService.Execution;

/// <summary>
/// Runs the work of calls on the index: waits for a place, runs on a search thread, traces the work and logs it when it is slow.
/// </summary>
/// <remarks>A call that got a place once is not refused later: its further work waits until the call's own deadline.</remarks>
internal sealed class SearchExecutor(
    SearchAdmission admission, SearchThreads threads, IOptions<SearchOptions> options, TimeProvider clock, ILogger<SearchExecutor> logger)
{
    /// <summary>Results of a stream that are read in one go; more would only wait in memory for the caller.</summary>
    private const int MaxChunk = 16;

    /// <summary>Time after which a stream sends what it has read, so that rare results are not held back.</summary>
    private static readonly TimeSpan MaxChunkTime = TimeSpan.FromMilliseconds(50);

    private static readonly object Admitted = new();

    /// <summary>Runs one piece of work with the deadline of its call.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED (TOO_MANY_SEARCHES): no search thread became free in time.</exception>
    public async Task<T> RunAsync<T>(ServerCallContext context, PlanFacts facts, Func<CancellationToken, Task<T>> search)
    {
        var deadline = CallDeadline.Of(context);
        using var activity = CallTrace.StartSearch(facts);
        var asked = clock.GetTimestamp();
        using var place = await admission.EnterAsync(MaxWait(context), deadline);
        context.UserState[Admitted] = true;
        CallTrace.Admit(activity);
        var begun = clock.GetTimestamp();
        try
        {
            return await Task.Factory.StartNew(() => search(deadline), deadline, TaskCreationOptions.DenyChildAttach, threads).Unwrap();
        }
        finally
        {
            LogIfSlow(context.Method, facts, clock.GetElapsedTime(begun), clock.GetElapsedTime(asked, begun));
        }
    }

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

    private TimeSpan MaxWait(ServerCallContext context) =>
        context.UserState.ContainsKey(Admitted) ? Timeout.InfiniteTimeSpan : options.Value.MaxSearchWait;

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
        if (options.Value.SlowSearchThreshold > TimeSpan.Zero && elapsed >= options.Value.SlowSearchThreshold)
            logger.SlowSearch(method, elapsed.TotalMilliseconds, wait.TotalMilliseconds, facts.Subject, facts.Clauses, facts.Order,
                facts.PageSize, facts.Generation?.ToString() ?? "newest");
    }
}
