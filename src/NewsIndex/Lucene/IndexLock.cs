namespace NewsIndex.Lucene;

/// <summary>
/// Keeps a second writer out, in this process or another. Lucene.NET's own lock does not hold between processes on Linux (seen with
/// 4.8.0-beta00017: two writers deleted each other's files), so a file that is open to nobody else stands before it. The operating system
/// lets go of it when a process ends, however it ends.
/// </summary>
internal sealed class IndexLock : IDisposable
{
    public const string FileName = "newssearch.lock";

    private readonly FileStream file;

    private IndexLock(FileStream file) => this.file = file;

    /// <exception cref="IndexLockedException">Another writer has it.</exception>
    public static IndexLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, FileName);
        try
        {
            return new IndexLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new IndexLockedException(directory);
        }
    }

    public void Dispose() => file.Dispose();
}
