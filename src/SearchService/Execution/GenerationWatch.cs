using NewsIndex.Alerts;
using NewsIndex.Generations;

namespace SearchService.Execution;

/// <summary>Tells many watchers of new generations; asks the index a few times a second, however many watch.</summary>
internal sealed class GenerationWatch(AlertMatcher matcher, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Lock asking = new();
    private Task<Generation>? asked;
    private long askedAt;

    /// <summary>Returns the newest generation, as of 200 ms ago or later.</summary>
    /// <exception cref="IndexUnavailableException">There is no index.</exception>
    public Task<Generation> NewestAsync(CancellationToken cancellation)
    {
        lock (asking)
        {
            if (asked is null || clock.GetElapsedTime(askedAt) >= Interval)
                (asked, askedAt) = (matcher.NewestAsync(CancellationToken.None), clock.GetTimestamp());
            return asked.WaitAsync(cancellation);
        }
    }

    /// <summary>Waits for a generation other than a known one.</summary>
    /// <exception cref="IndexUnavailableException">The index is gone.</exception>
    public async Task<Generation> AfterAsync(Generation known, CancellationToken cancellation)
    {
        while (true)
        {
            if (await NewestAsync(cancellation) is var newest && newest != known)
                return newest;
            await Task.Delay(Interval, clock, cancellation);
        }
    }
}
