using SearchService.Errors;

namespace SearchService.Execution;

/// <summary>
/// Admits a fixed number of searches or look-ups at once. Others wait for a bounded time; callers take turns, so that one with many
/// searches does not keep out the others. A search that would wait too long is refused at once. Some places are kept for callers whose
/// searches are short, so that these do not wait for long ones.
/// </summary>
/// <param name="works">What is admitted, for errors: "searches".</param>
/// <param name="limit">How many may run at once; 1 or more.</param>
/// <param name="share">How many of one caller may run at once; 1 to <paramref name="limit"/>.</param>
/// <param name="maxQueued">How many of one caller may wait; 0 or more.</param>
internal sealed class SearchAdmission(string works, int limit, int share, int maxQueued, TimeProvider clock)
{
    /// <summary>Below this mean, the searches of a caller are short whatever the others take.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    private readonly Lock sync = new();
    private readonly FairTurns<Waiter> turns = new(share);

    private readonly List<Waiter> running = [];
    private long refused;
    private long expired;

    public int Limit => limit;

    /// <summary>Places that callers with long searches leave free; less than the limit.</summary>
    public int KeptForShort { get; init; }

    public long Running
    {
        get
        {
            lock (sync)
                return running.Count;
        }
    }

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

    /// <summary>
    /// The refusal that a search would get at once, before anything is done for it; null for one that may be admitted. Under a flood most
    /// of the work is refusing, and to throw through all layers of a call takes several times as long.
    /// </summary>
    /// <param name="caller">As in <see cref="EnterAsync"/>, and so are the others.</param>
    public Grpc.Core.RpcException? RefusalOf(string caller, TimeSpan maxWait, TimeSpan? timeLeft)
    {
        TimeSpan expected;
        lock (sync)
        {
            var place = turns.Add(caller, new Waiter(caller));
            var isRefused = !(running.Count < limit && turns.MayRun(caller, LongestMean()))
                && WouldWaitTooLong(caller, maxWait, timeLeft);
            expected = ExpectedWait(caller);
            turns.Remove(caller, place);
            if (!isRefused)
                return null;
        }

        return Refusal(maxWait, expected);
    }

    /// <summary>Waits for a free place.</summary>
    /// <param name="caller">Whose turn it takes.</param>
    /// <param name="maxWait">
    /// Longest wait; <see cref="Timeout.InfiniteTimeSpan"/> waits until the token is cancelled, however many wait already.
    /// </param>
    /// <param name="timeLeft">Until the caller goes away; a search that would not end by then does not wait. Null for no end.</param>
    /// <returns>The place; disposing it frees it.</returns>
    /// <exception cref="Grpc.Core.RpcException">
    /// RESOURCE_EXHAUSTED (TOO_MANY_SEARCHES): the queue is full, or no place will become, or became, free in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public async Task<IDisposable> EnterAsync(
        string caller, TimeSpan maxWait, CancellationToken cancellation, TimeSpan? timeLeft = null)
    {
        cancellation.ThrowIfCancellationRequested();
        var waiter = new Waiter(caller);
        LinkedListNode<Waiter> place;
        TimeSpan? expected = null;
        lock (sync)
        {
            place = turns.Add(caller, waiter);
            AdmitNext();
            if (!waiter.IsAdmitted && maxWait != Timeout.InfiniteTimeSpan && WouldWaitTooLong(caller, maxWait, timeLeft))
            {
                expected = ExpectedWait(caller);
                turns.Remove(caller, place);
            }
        }

        if (expected is { } wait)
            throw Refusal(maxWait, wait);
        return waiter.IsAdmitted ? new Place(this, waiter) : await WaitAsync(place, maxWait, cancellation);
    }

    private async Task<IDisposable> WaitAsync(LinkedListNode<Waiter> place, TimeSpan maxWait, CancellationToken cancellation)
    {
        var caller = place.Value.Caller;
        using var timeout = new CancellationTokenSource(maxWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
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
                    var expected = ExpectedWait(caller);
                    turns.Remove(caller, place);
                    if (!cancellation.IsCancellationRequested)
                        throw Refusal(maxWait, expected);
                    Interlocked.Increment(ref expired);
                    throw;
                }
            }
        }

        return new Place(this, place.Value);
    }

    private bool WouldWaitTooLong(string caller, TimeSpan maxWait, TimeSpan? timeLeft)
    {
        var expected = ExpectedWait(caller);
        return maxWait == TimeSpan.Zero || turns.WaitingOf(caller) > maxQueued || expected > maxWait
            || expected + turns.MeanOf(caller) > timeLeft;
    }

    /// <summary>How long the last of a caller's searches will wait: by what its searches took so far, on its part of the places.</summary>
    private TimeSpan ExpectedWait(string caller) =>
        turns.MeanOf(caller) * turns.WaitingOf(caller) / Math.Clamp(limit / Math.Max(1, turns.Callers), 1, share);

    private Grpc.Core.RpcException Refusal(TimeSpan maxWait, TimeSpan expected)
    {
        Interlocked.Increment(ref refused);
        return ErrorsToStatus.OfTooManySearches(works, limit, maxWait, expected);
    }

    /// <summary>Admits while places are free. The caller holds the lock.</summary>
    private void AdmitNext()
    {
        while (running.Count < limit)
        {
            var isLong = LengthOfLong();
            if (turns.TakeNext(LongestMean()) is not { } next)
                return;
            next.IsLong = turns.MeanOf(next.Caller) >= isLong;
            running.Add(next);
            next.Admit();
        }
    }

    /// <summary>The mean below which a search may be admitted now; null for any.</summary>
    private TimeSpan? LongestMean() => running.Count(each => each.IsLong) < limit - KeptForShort ? null : LengthOfLong();

    /// <summary>
    /// The mean from which on a caller's searches are long: half of what the longest running take. On a busy machine all take longer, so
    /// that no fixed time tells the short ones.
    /// </summary>
    private TimeSpan LengthOfLong()
    {
        var half = running.Count == 0 ? TimeSpan.Zero : running.Max(each => turns.MeanOf(each.Caller)) / 2;
        return half > Short ? half : Short;
    }

    private void Leave(Waiter search, TimeSpan held)
    {
        lock (sync)
        {
            running.Remove(search);
            turns.End(search.Caller, held);
            AdmitNext();
        }
    }

    private sealed class Waiter(string caller)
    {
        private readonly TaskCompletionSource admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Caller => caller;

        /// <summary>By what the caller's searches took before it was admitted.</summary>
        public bool IsLong { get; set; }

        public Task Admitted => admitted.Task;

        public bool IsAdmitted => admitted.Task.IsCompleted;

        public void Admit() => admitted.SetResult();
    }

    private sealed class Place(SearchAdmission admission, Waiter search) : IDisposable
    {
        private readonly long begun = admission.Now;
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                admission.Leave(search, admission.Since(begun));
        }
    }

    private long Now => clock.GetTimestamp();

    private TimeSpan Since(long timestamp) => clock.GetElapsedTime(timestamp);
}
