using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace NewsIndex.Files;

/// <summary>
/// Exclusive access to something on disk, within this process and between processes: a lock file that is open to nobody else. The operating
/// system releases it when the process ends, however it ends. The lock file stays; deleting it would let two holders in.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Waits until whoever holds the lock releases it.</summary>
    /// <param name="patience">The longest wait.</param>
    /// <exception cref="IOException">It was held for longer than that, or the lock file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be made or opened.</exception>
    public static FileLock Take(string path, TimeSpan patience)
    {
        // Real time, whatever the clock of the caller says: the other process does not go by it.
        for (var begun = Stopwatch.GetTimestamp(); ;)
        {
            if (TryTake(path, out var taken))
                return taken;
            if (Stopwatch.GetElapsedTime(begun) > patience)
                throw new IOException($"another process has held {Path.GetFileName(path)} for more than {patience.TotalSeconds:0} s");
            Thread.Sleep(Pause);
        }
    }

    /// <returns>False while another holds it.</returns>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be made or opened.</exception>
    public static bool TryTake(string path, [NotNullWhen(true)] out FileLock? taken)
    {
        try
        {
            taken = new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            return true;
        }
        catch (IOException e) when (IsHeld(e))
        {
            taken = null;
            return false;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;
}
