using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace NewsIndex.Files;

/// <summary>
/// Exclusive lock within and between processes: a lock file that is opened without sharing. The operating system releases it when the
/// process ends. The file is never deleted, because that would admit two holders.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="maxWait">Maximum wait.</param>
    /// <exception cref="IOException">The wait timed out, or the lock file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be created or opened.</exception>
    public static FileLock Take(string path, TimeSpan maxWait)
    {
        // Measures real time instead of the caller's clock, which the other process does not follow.
        for (var begun = Stopwatch.GetTimestamp(); ;)
        {
            if (TryTake(path, out var taken))
                return taken;
            if (Stopwatch.GetElapsedTime(begun) > maxWait)
                throw new IOException($"another process has held {Path.GetFileName(path)} for more than {maxWait.TotalSeconds:0} s");
            Thread.Sleep(Pause);
        }
    }

    /// <returns>False while another holder has it.</returns>
    /// <exception cref="IOException">The lock file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be created or opened.</exception>
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

    /// <summary>EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;
}
