namespace NewsSearch.Tests;

/// <summary>A clock that stands still until a test moves it; its timers fire while it is moved.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TimeSpan now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + now;

    /// <summary>Moves the clock, and fires each timer that is due once.</summary>
    public void Advance(TimeSpan by)
    {
        Timer[] due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.DueAt <= now)];
        }

        foreach (var timer in due)
            timer.Fire(now);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state, period) { DueAt = DueAfter(dueTime) };
        lock (gate)
            timers.Add(timer);
        return timer;
    }

    private TimeSpan DueAfter(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : now + time;

    private sealed class Timer(ManualClock clock, TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        private TimeSpan period = period;

        public TimeSpan DueAt { get; set; }

        public void Fire(TimeSpan now)
        {
            DueAt = period == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : now + period;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            (DueAt, period) = (clock.DueAfter(dueTime), newPeriod);
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
