using System.Runtime.InteropServices;

namespace NewsIndex.Files;

/// <summary>Makes files and names of files durable, as a crash of the machine needs; that of a process needs nothing.</summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Writes a new file and returns once its content is on disk. Its name needs <see cref="FlushFolder"/>.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Returns once the names in a folder are on disk. Does nothing on Windows, whose folders need it not.</summary>
    /// <exception cref="IOException">The operating system reports a failure.</exception>
    public static void FlushFolder(string path) => Flush(path);

    /// <summary>Returns once the content of a file, which somebody else may have written, is on disk.</summary>
    /// <exception cref="IOException">The operating system reports a failure.</exception>
    public static void FlushFile(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            file.Flush(flushToDisk: true);
            return;
        }

        Flush(path);
    }

    /// <summary>.NET opens no folders, and flushes no file that is open for reading alone.</summary>
    private static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var file = Open(path, ReadOnly);
        if (file < 0)
            throw new IOException($"{Path.GetFileName(path)} cannot be opened to be flushed (error {Marshal.GetLastPInvokeError()})");
        var result = Sync(file);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(file);
        if (result != 0)
            throw new IOException($"{Path.GetFileName(path)} cannot be flushed to disk (error {error})");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
