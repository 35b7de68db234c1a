using Grpc.Core;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>
/// Deadline of one call, from reading its request to sending its reply. It passes with the caller's own deadline or with the limit of the
/// service, whichever comes first.
/// </summary>
internal sealed class CallDeadline : IDisposable
{
    private static readonly object Key = new();

    private readonly TimeSpan maxStep;
    private readonly CancellationTokenSource step;
    private readonly CancellationTokenSource total;
    private readonly CancellationTokenSource either;

    private CallDeadline(TimeSpan maxStep, TimeSpan maxTotal, TimeProvider clock, CancellationToken caller)
    {
        this.maxStep = maxStep;
        step = new CancellationTokenSource(maxStep, clock);
        total = new CancellationTokenSource(maxTotal, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(step.Token, total.Token, caller);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Begins the deadline of a call with one reply.</summary>
    public static CallDeadline BeginUnary(ServerCallContext context, SearchOptions options, TimeProvider clock) =>
        Begin(context, new CallDeadline(options.Deadline, Timeout.InfiniteTimeSpan, clock, context.CancellationToken));

    /// <summary>Begins the two deadlines of a stream: one for each message, one for the whole.</summary>
    public static CallDeadline BeginStream(ServerCallContext context, SearchOptions options, TimeProvider clock) =>
        Begin(context, new CallDeadline(options.Deadline, options.StreamDeadline, clock, context.CancellationToken));

    /// <summary>Deadline of a call that has begun.</summary>
    public static CancellationToken Of(ServerCallContext context) => ((CallDeadline)context.UserState[Key]).Token;

    /// <summary>Time until the caller's own deadline, negative after it; null where the caller gave none.</summary>
    public static TimeSpan? TimeLeft(ServerCallContext context, TimeProvider clock) =>
        context.Deadline == DateTime.MaxValue ? null : context.Deadline.ToUniversalTime() - clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins the time for the next message.</summary>
    public void Restart() => step.CancelAfter(maxStep);

    /// <summary>Stops the time for a message, while the caller takes one; the time for the whole goes on.</summary>
    public void Pause() => step.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        either.Dispose();
        total.Dispose();
        step.Dispose();
    }

    private static CallDeadline Begin(ServerCallContext context, CallDeadline deadline)
    {
        context.UserState[Key] = deadline;
        return deadline;
    }
}
