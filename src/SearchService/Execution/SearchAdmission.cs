using System.Threading.RateLimiting;
using SearchService.Errors;

namespace SearchService.Execution;

/// <summary>Admits a fixed number of searches or look-ups at once. Others wait in the order of their arrival, for a bounded time.</summary>
/// <param name="works">What is admitted, for errors: "searches".</param>
/// <param name="limit">How many may run at once; 1 or more.</param>
internal sealed class SearchAdmission(string works, int limit, TimeProvider clock) : IDisposable
{
    // The queue needs no bound of its own: nobody stays in it longer than its wait.
    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limit,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private long refused;

    public int Limit => limit;

    public long Running => limit - limiter.GetStatistics()!.CurrentAvailablePermits;

    public long Waiting => limiter.GetStatistics()!.CurrentQueuedCount;

    /// <summary>Those that were refused since the start.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Waits for a free place.</summary>
    /// <param name="maxWait">Longest wait; <see cref="Timeout.InfiniteTimeSpan"/> waits until the token is cancelled.</param>
    /// <returns>The place; disposing it frees it.</returns>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED (TOO_MANY_SEARCHES): no place became free in time.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public async Task<IDisposable> EnterAsync(TimeSpan maxWait, CancellationToken cancellation)
    {
        if (limiter.AttemptAcquire() is { IsAcquired: true } free)
            return free;
        using var patience = new CancellationTokenSource(maxWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await limiter.AcquireAsync(1, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Interlocked.Increment(ref refused);
            throw ErrorsToStatus.OfTooManySearches(works, limit, maxWait);
        }
    }

    public void Dispose() => limiter.Dispose();
}
