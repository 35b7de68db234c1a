using Grpc.Core;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>
/// How long a call may take, from reading its request to sending its reply: it ends with the caller, or after the longest time that the
/// service allows, whichever comes first.
/// </summary>
internal sealed class CallDeadline : IDisposable
{
    private static readonly object Key = new();

    private readonly TimeSpan longest;
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource total;
    private readonly CancellationTokenSource either;

    private CallDeadline(TimeSpan longest, TimeSpan all, TimeProvider clock, CancellationToken caller)
    {
        this.longest = longest;
        limit = new CancellationTokenSource(longest, clock);
        total = new CancellationTokenSource(all, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, total.Token, caller);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Begins the deadline of a call that has one answer.</summary>
    public static CallDeadline BeginUnary(ServerCallContext context, SearchOptions options, TimeProvider clock) =>
        Begin(context, new CallDeadline(options.Deadline, Timeout.InfiniteTimeSpan, clock, context.CancellationToken));

    /// <summary>Begins the deadlines of a stream: one until each message, one for all of them.</summary>
    public static CallDeadline BeginStream(ServerCallContext context, SearchOptions options, TimeProvider clock) =>
        Begin(context, new CallDeadline(options.Deadline, options.StreamDeadline, clock, context.CancellationToken));

    /// <summary>The deadline of a call that has begun.</summary>
    public static CancellationToken Of(ServerCallContext context) => ((CallDeadline)context.UserState[Key]).Token;

    /// <summary>The time until the next message begins anew.</summary>
    public void Restart() => limit.CancelAfter(longest);

    /// <summary>While the caller takes a message, the time does not run.</summary>
    public void Pause() => limit.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        either.Dispose();
        total.Dispose();
        limit.Dispose();
    }

    private static CallDeadline Begin(ServerCallContext context, CallDeadline deadline)
    {
        context.UserState[Key] = deadline;
        return deadline;
    }
}
