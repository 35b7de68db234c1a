using NewsIndex.Files;

namespace NewsIndex.Generations;

/// <summary>
/// Keeps a second writer out, in this process or another. Lucene.NET's own lock does not hold between processes on Linux (seen with
/// 4.8.0-beta00017: two writers deleted each other's files), so a lock of ours stands before it.
/// </summary>
internal sealed class IndexLock : IDisposable
{
    public const string FileName = "newssearch.lock";

    private readonly FileLock held;

    private IndexLock(FileLock held) => this.held = held;

    /// <exception cref="IndexLockedException">Another writer has it.</exception>
    public static IndexLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        return FileLock.TryTake(Path.Combine(directory, FileName), out var held)
            ? new IndexLock(held)
            : throw new IndexLockedException(directory);
    }

    public void Dispose() => held.Dispose();
}
