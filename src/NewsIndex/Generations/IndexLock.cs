using System.Diagnostics;
using NewsIndex.Files;

namespace NewsIndex.Generations;

/// <summary>
/// Excludes a second writer in any process. Lucene.NET's lock does not work between processes on Linux (observed with 4.8.0-beta00017: two
/// writers deleted each other's files), so this lock is taken first. Writers that wait have the next turn before one that has just let go.
/// </summary>
internal sealed class IndexLock : IDisposable
{
    public const string FileName = "newssearch.lock";

    /// <summary>Held by the writer that is next. Begins with a dot, because the check of the folder ignores such files.</summary>
    private const string TurnName = ".newssearch.next";

    /// <summary>Even who does not wait for a writer waits for one that looks whether someone is next.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly FileLock held;
    private readonly string turn;

    private IndexLock(FileLock held, string turn) => (this.held, this.turn) = (held, turn);

    /// <summary>True if another writer waits for the lock.</summary>
    public bool IsAwaited
    {
        get
        {
            if (!FileLock.TryTake(turn, out var nobody))
                return true;
            nobody.Dispose();
            return false;
        }
    }

    /// <param name="patience">How long to wait for another writer; zero to fail at once.</param>
    /// <exception cref="IndexLockedException">Another writer holds the lock.</exception>
    public static IndexLock Take(string directory, TimeSpan patience = default)
    {
        Directory.CreateDirectory(directory);
        var begun = Stopwatch.GetTimestamp();
        var turn = Path.Combine(directory, TurnName);
        using var next = TryTake(turn, begun, patience > Look ? patience : Look);
        if (next is not null && TryTake(Path.Combine(directory, FileName), begun, patience) is { } held)
            return new IndexLock(held, turn);
        throw new IndexLockedException(directory);
    }

    public void Dispose() => held.Dispose();

    /// <returns>Null if the lock was not free in time.</returns>
    private static FileLock? TryTake(string path, long begun, TimeSpan patience)
    {
        FileLock? taken;
        while (!FileLock.TryTake(path, out taken) && Stopwatch.GetElapsedTime(begun) < patience)
            Thread.Sleep(Pause);
        return taken;
    }
}
