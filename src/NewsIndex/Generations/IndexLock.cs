using NewsIndex.Files;

namespace NewsIndex.Generations;

/// <summary>
/// Excludes a second writer in any process. Lucene.NET's lock does not work between processes on Linux (observed with 4.8.0-beta00017: two
/// writers deleted each other's files), so this lock is taken first.
/// </summary>
internal sealed class IndexLock : IDisposable
{
    public const string FileName = "newssearch.lock";

    private readonly FileLock held;

    private IndexLock(FileLock held) => this.held = held;

    /// <exception cref="IndexLockedException">Another writer holds the lock.</exception>
    public static IndexLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        return FileLock.TryTake(Path.Combine(directory, FileName), out var held)
            ? new IndexLock(held)
            : throw new IndexLockedException(directory);
    }

    public void Dispose() => held.Dispose();
}
