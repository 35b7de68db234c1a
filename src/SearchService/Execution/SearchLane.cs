namespace SearchService.Execution;

/// <summary>Threads for one kind of work on the index, and the queue before them.</summary>
internal sealed class SearchLane : IDisposable
{
    /// <param name="work">One piece of work, after which the threads are named.</param>
    /// <param name="works">The same in the plural, for errors.</param>
    /// <param name="count">Number of threads; 1 or more.</param>
    /// <param name="share">How many of them one caller may have at once; 1 to <paramref name="count"/>.</param>
    /// <param name="keptForShort">How many of them callers with long work leave free; less than <paramref name="count"/>.</param>
    /// <param name="maxQueued">How many pieces of work of one caller may wait.</param>
    public SearchLane(string work, string works, int count, int share, int keptForShort, int maxQueued, TimeProvider clock)
    {
        Admission = new SearchAdmission(works, count, share, maxQueued, clock) { KeptForShort = keptForShort };
        Threads = new SearchThreads(work, count);
    }

    public SearchAdmission Admission { get; }

    public SearchThreads Threads { get; }

    public void Dispose() => Threads.Dispose();
}
