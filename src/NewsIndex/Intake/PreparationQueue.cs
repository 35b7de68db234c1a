using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace NewsIndex.Intake;

/// <summary>
/// Runs the costly stages (recognise, resolve, encode, store) on threads of its own, beside whoever hands articles in. What is handed in
/// waits when too much is unfinished.
/// </summary>
/// <remarks>
/// Handed to by one thread. Order is kept by id alone: everything that depends on the order of articles was decided before.
/// </remarks>
internal sealed class PreparationQueue<T> : IDisposable
{
    /// <summary>One batch is worked on while the next is decided; memory holds no more.</summary>
    private const int MaxBatches = 2;

    private readonly Action<T> prepare;
    private readonly Func<T, string> idOf;
    private readonly BlockingCollection<(T Item, Batch Batch)> work = [];
    private readonly SemaphoreSlim room = new(MaxBatches, MaxBatches);
    private readonly ConcurrentDictionary<string, bool> unfinished = new(StringComparer.Ordinal);
    private readonly Task[] threads;
    private volatile ExceptionDispatchInfo? failure;
    private volatile bool isAbandoned;

    /// <param name="prepare">Called from several threads at once.</param>
    /// <param name="threads">1 or more.</param>
    public PreparationQueue(Func<T, string> idOf, Action<T> prepare, int threads)
    {
        (this.idOf, this.prepare) = (idOf, prepare);
        this.threads = [.. Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <summary>True once disposal has begun: nothing more is worked on.</summary>
    public bool IsAbandoned => isAbandoned;

    /// <summary>Hands in a batch; returns when there is room for it, and before it is worked on.</summary>
    /// <param name="items">One an id.</param>
    /// <remarks>Throws what an earlier item failed with.</remarks>
    public async Task AddAsync(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
            return;
        if (items.Any(item => unfinished.ContainsKey(idOf(item))))
            await DrainAsync();
        await room.WaitAsync();
        if (failure is not null)
            room.Release();
        failure?.Throw();
        var batch = new Batch(items.Count);
        foreach (var item in items)
        {
            unfinished[idOf(item)] = true;
            work.Add((item, batch));
        }
    }

    /// <summary>Waits until everything that was handed in is done.</summary>
    /// <remarks>Throws what an item failed with.</remarks>
    public async Task DrainAsync()
    {
        for (var batch = 0; batch < MaxBatches; batch++)
            await room.WaitAsync();
        room.Release(MaxBatches);
        failure?.Throw();
    }

    /// <summary>Drops what was not begun, and waits for the rest.</summary>
    public void Dispose()
    {
        isAbandoned = true;
        work.CompleteAdding();
        Task.WaitAll(threads);
        work.Dispose();
        room.Dispose();
    }

    private void Run()
    {
        foreach (var (item, batch) in work.GetConsumingEnumerable())
        {
            Prepare(item);
            unfinished.TryRemove(idOf(item), out _);
            if (batch.IsLast())
                room.Release();
        }
    }

    /// <summary>After a failure nothing more is done, and batches still end, so that whoever waits for room hears of it.</summary>
    private void Prepare(T item)
    {
        if (failure is not null || isAbandoned)
            return;
        try
        {
            prepare(item);
        }
        catch (Exception e)
        {
            failure = ExceptionDispatchInfo.Capture(e);
        }
    }

    private sealed class Batch(int items)
    {
        private int left = items;

        public bool IsLast() => Interlocked.Decrement(ref left) == 0;
    }
}
