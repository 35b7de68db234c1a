using Microsoft.Extensions.Logging;

namespace NewsIndex.Generations;

/// <summary>
/// Looks for new commits of an index, at once and then four times a second until disposed. A look that fails, in whatever way, is logged
/// and followed by the next: a service that no longer looked would answer from one generation for ever.
/// </summary>
internal sealed class CommitFollower : IAsyncDisposable
{
    /// <summary>A new commit has to be seen within a second.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Action look;
    private readonly string directory;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task following;
    private volatile string? failure;

    /// <param name="look">Serves a newer commit if there is one; throws when it cannot.</param>
    /// <param name="directory">Of the index, for messages.</param>
    public CommitFollower(Action look, string directory, TimeProvider clock, ILogger logger)
    {
        (this.look, this.directory, this.logger) = (look, directory, logger);
        // Not logged: until a generation is open, every call fails with the reason.
        failure = Look()?.Reason;
        following = FollowAsync(clock);
    }

    /// <summary>The reason why the last look failed, as a sentence without a full stop; null when it did not fail.</summary>
    public string? Failure => failure;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await following;
    }

    private async Task FollowAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                Tell(Look());
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private (string Reason, Exception? Unexpected)? Look()
    {
        try
        {
            look();
            return null;
        }
        catch (IndexUnavailableException e)
        {
            return (e.Message, null);
        }
        catch (Exception e)
        {
            // A commit may replace files between two looks at the folder, and damaged files fail in any way. Memory that ran out may be
            // there again at the next look.
            return ($"the index in {directory} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Logs a failure once, however often it repeats itself.</summary>
    private void Tell((string Reason, Exception? Unexpected)? failed)
    {
        if (failed?.Reason == failure)
            return;
        if (failed is { } now)
            logger.LogFollowingFailed(now.Reason, Interval.TotalMilliseconds, now.Unexpected);
        else
            logger.LogFollowingResumed();
        failure = failed?.Reason;
    }
}
