using SearchService.Errors;

namespace SearchService.Execution;

/// <summary>
/// Admits a fixed number of searches or look-ups at once. Others wait for a bounded time; callers take turns, so that one with many
/// searches does not keep out the others. A search that would wait too long is refused at once.
/// </summary>
/// <param name="works">What is admitted, for errors: "searches".</param>
/// <param name="limit">How many may run at once; 1 or more.</param>
/// <param name="share">How many of one caller may run at once; 1 to <paramref name="limit"/>.</param>
/// <param name="maxQueued">How many of one caller may wait; 0 or more.</param>
internal sealed class SearchAdmission(string works, int limit, int share, int maxQueued, TimeProvider clock)
{
    private readonly Lock sync = new();
    private readonly FairTurns<Waiter> turns = new(share);

    private int running;
    private long refused;
    private long expired;

    public int Limit => limit;

    public long Running => Volatile.Read(ref running);

    public long Waiting
    {
        get
        {
            lock (sync)
                return turns.Waiting;
        }
    }

    /// <summary>Those that were refused since the start.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Those whose caller left, or whose deadline passed, while they waited.</summary>
    public long Expired => Interlocked.Read(ref expired);

    /// <summary>Waits for a free place.</summary>
    /// <param name="caller">Whose turn it takes.</param>
    /// <param name="maxWait">
    /// Longest wait; <see cref="Timeout.InfiniteTimeSpan"/> waits until the token is cancelled, however many wait already.
    /// </param>
    /// <returns>The place; disposing it frees it.</returns>
    /// <exception cref="Grpc.Core.RpcException">
    /// RESOURCE_EXHAUSTED (TOO_MANY_SEARCHES): the queue is full, or no place will become, or became, free in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public async Task<IDisposable> EnterAsync(string caller, TimeSpan maxWait, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var waiter = new Waiter();
        LinkedListNode<Waiter> place;
        lock (sync)
        {
            place = turns.Add(caller, waiter);
            AdmitNext();
            if (!waiter.IsAdmitted && maxWait != Timeout.InfiniteTimeSpan && WouldWaitTooLong(caller, maxWait))
            {
                var refusal = Refusal(caller, maxWait);
                turns.Remove(caller, place);
                throw refusal;
            }
        }

        return waiter.IsAdmitted ? new Place(this, caller) : await WaitAsync(caller, place, maxWait, cancellation);
    }

    private async Task<IDisposable> WaitAsync(
        string caller, LinkedListNode<Waiter> place, TimeSpan maxWait, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(maxWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await place.Value.Admitted.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            lock (sync)
            {
                // It may have been admitted in the same moment; then the place is taken all the same.
                if (!place.Value.IsAdmitted)
                {
                    var refusal = cancellation.IsCancellationRequested ? null : Refusal(caller, maxWait);
                    turns.Remove(caller, place);
                    if (refusal is not null)
                        throw refusal;
                    Interlocked.Increment(ref expired);
                    throw;
                }
            }
        }

        return new Place(this, caller);
    }

    private bool WouldWaitTooLong(string caller, TimeSpan maxWait) =>
        maxWait == TimeSpan.Zero || turns.WaitingOf(caller) > maxQueued || ExpectedWait(caller) > maxWait;

    /// <summary>How long the last of a caller's searches will wait: by what its searches took so far, on its part of the places.</summary>
    private TimeSpan ExpectedWait(string caller) =>
        turns.MeanOf(caller) * turns.WaitingOf(caller) / Math.Clamp(limit / Math.Max(1, turns.Callers), 1, share);

    private Grpc.Core.RpcException Refusal(string caller, TimeSpan maxWait)
    {
        Interlocked.Increment(ref refused);
        return ErrorsToStatus.OfTooManySearches(works, limit, maxWait, ExpectedWait(caller));
    }

    /// <summary>Admits while places are free. The caller holds the lock.</summary>
    private void AdmitNext()
    {
        while (running < limit && turns.TakeNext() is { } next)
        {
            running++;
            next.Admit();
        }
    }

    private void Leave(string caller, TimeSpan held)
    {
        lock (sync)
        {
            running--;
            turns.End(caller, held);
            AdmitNext();
        }
    }

    private sealed class Waiter
    {
        private readonly TaskCompletionSource admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Admitted => admitted.Task;

        public bool IsAdmitted => admitted.Task.IsCompleted;

        public void Admit() => admitted.SetResult();
    }

    private sealed class Place(SearchAdmission admission, string caller) : IDisposable
    {
        private readonly long begun = admission.Now;
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                admission.Leave(caller, admission.Since(begun));
        }
    }

    private long Now => clock.GetTimestamp();

    private TimeSpan Since(long timestamp) => clock.GetElapsedTime(timestamp);
}
