namespace Indexer.Ingest;

/// <summary>
/// Keeps the process within its memory limit. The runtime collects in the background without compacting, so that the heap of a long run
/// grows by fragmentation; here it is compacted once the process comes near the limit.
/// </summary>
internal sealed class MemoryBudget(int megabytes, TimeProvider clock)
{
    /// <summary>Of the limit: until the next batch is written, the process grows by some of the rest.</summary>
    private const double Near = 0.9;

    /// <summary>Where all that the heap holds is needed, compacting brings nothing, and shall cost little.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly long near = (long)(megabytes * Near * (1 << 20));
    private long? last;

    public void Keep()
    {
        if (Environment.WorkingSet < near || (last is { } before && clock.GetElapsedTime(before) < Pause))
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        last = clock.GetTimestamp();
    }
}
