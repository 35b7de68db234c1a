using Microsoft.Extensions.Logging;

namespace NewsIndex.Generations;

/// <summary>
/// Polls an index for new commits, at once and then four times a second until disposed. Any failure is logged and retried, because a
/// service that stopped polling would serve one generation forever.
/// </summary>
/// <remarks>
/// Polls rather than watches: file notifications do not cross network shares and can be lost when a queue overflows, so a watcher needs the
/// poll as well. A poll lists one folder and opens no file.
/// </remarks>
internal sealed class CommitFollower : IAsyncDisposable
{
    /// <summary>Polling interval; a new commit must be visible within a second.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Looks in a row at which files may be unreadable before that is told: a commit may be seen while it is written, or deleted while it
    /// is opened, and the next look finds it whole.
    /// </summary>
    internal const int QuietLooks = 2;

    private readonly Action look;
    private readonly string directory;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task following;

    /// <summary>Held by each poll: those that are asked for come between those of the timer.</summary>
    private readonly Lock looking = new();
    private volatile string? failure;
    private int unreadable;

    /// <param name="look">Serves a newer commit if there is one; throws on failure.</param>
    /// <param name="directory">Folder of the index, for messages.</param>
    public CommitFollower(Action look, string directory, TimeProvider clock, ILogger logger)
    {
        (this.look, this.directory, this.logger) = (look, directory, logger);
        // Not logged: every call fails with the reason until a generation is open.
        failure = Look()?.Reason;
        following = FollowAsync(clock);
    }

    /// <summary>
    /// Reason of the last poll's failure, as a sentence without a full stop; null when it succeeded, or could not read a file for the first
    /// times and nobody had asked for it.
    /// </summary>
    public string? Failure => failure;

    /// <summary>Polls now; <see cref="Failure"/> tells the outcome. Does nothing once disposal has begun.</summary>
    public void LookNow() => LookNow(quietLooks: 0);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await following;
        lock (looking)
        {
            // A poll that was asked for may still be at work.
        }
    }

    private async Task FollowAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                LookNow(QuietLooks);
        }
        catch (OperationCanceledException)
        {
            // Stopped by Dispose.
        }
    }

    private void LookNow(int quietLooks)
    {
        lock (looking)
        {
            if (!stopping.IsCancellationRequested)
                Tell(Look(), quietLooks);
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
            // Catches everything: a commit may replace files during the poll, damaged files fail in many ways, and exhausted memory may be
            // free at the next poll.
            return ($"the index in {directory} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Logs a repeated failure once.</summary>
    /// <param name="quietLooks">Looks in a row at which an unreadable file is not told.</param>
    private void Tell((string Reason, Exception? Unexpected)? failed, int quietLooks)
    {
        unreadable = failed?.Unexpected is IOException ? unreadable + 1 : 0;
        if (unreadable > 0 && unreadable <= quietLooks)
            return;
        if (failed?.Reason == failure)
            return;
        if (failed is { } now)
            logger.LogFollowingFailed(now.Reason, Interval.TotalMilliseconds, now.Unexpected);
        else
            logger.LogFollowingResumed();
        failure = failed?.Reason;
    }
}
