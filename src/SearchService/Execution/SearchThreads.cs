using System.Collections.Concurrent;

namespace SearchService.Execution;

/// <summary>
/// Task scheduler with a fixed number of threads of its own. A search computes for as long as it runs; on the thread pool it would hold up
/// the health checks and streams that the pool serves.
/// </summary>
internal sealed class SearchThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> tasks = [];
    private readonly int count;

    /// <param name="work">What the threads are named after.</param>
    /// <param name="count">Number of threads; 1 or more.</param>
    public SearchThreads(string work, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        this.count = count;
        for (var i = 1; i <= count; i++)
            new Thread(Work) { IsBackground = true, Name = $"{work} {i}" }.Start();
    }

    public override int MaximumConcurrencyLevel => count;

    /// <summary>Ends the threads once the tasks that were queued before have run.</summary>
    public void Dispose() => tasks.CompleteAdding();

    protected override void QueueTask(Task task) => tasks.Add(task);

    /// <summary>Never: the thread that waits for a task need not be one of these.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [.. tasks];

    private void Work()
    {
        foreach (var task in tasks.GetConsumingEnumerable())
            TryExecuteTask(task);
    }
}
