namespace CommandLines;

/// <summary>
/// A file that is written under a temporary name and renamed when it is complete, so that a failure leaves the old file as it was. Pipes
/// and devices are written directly.
/// </summary>
public sealed class OutputFile : IAsyncDisposable
{
    /// <summary>Suffix of the incomplete file.</summary>
    public const string PartSuffix = ".part";

    private readonly string path;
    private readonly FileStream file;
    private readonly bool isTemporary;
    private bool keepsPart;

    private OutputFile(string path, FileStream file, bool isTemporary) =>
        (this.path, this.file, this.isTemporary) = (path, file, isTemporary);

    public Stream Stream => file;

    /// <summary>Path of the incomplete file.</summary>
    public string PartPath => isTemporary ? path + PartSuffix : path;

    /// <summary>Starts a new file, which may replace another.</summary>
    /// <exception cref="FileFailedException">The file cannot be written.</exception>
    public static OutputFile Create(string path) =>
        Open(path, (target, isTemporary) => new FileStream(isTemporary ? target + PartSuffix : target, FileMode.Create));

    /// <summary>Appends to the incomplete file of an earlier run or, if there is none, to a copy of the file itself.</summary>
    /// <exception cref="FileFailedException">The file cannot be written.</exception>
    public static OutputFile Continue(string path) => Open(path, (target, isTemporary) =>
    {
        if (isTemporary && !File.Exists(target + PartSuffix) && File.Exists(target))
            File.Copy(target, target + PartSuffix);
        return new FileStream(isTemporary ? target + PartSuffix : target, FileMode.Append);
    });

    /// <summary>Renames the complete file to its final name.</summary>
    /// <exception cref="FileFailedException">Space or permission is missing; the old file is as it was.</exception>
    public async Task CompleteAsync()
    {
        try
        {
            await file.FlushAsync();
            if (!isTemporary)
                return;
            file.Flush(flushToDisk: true);
            await file.DisposeAsync();
            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(path + PartSuffix, File.GetUnixFileMode(path));
            File.Move(path + PartSuffix, path, overwrite: true);
            keepsPart = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, e);
        }
    }

    /// <summary>Keeps the incomplete file, so that <see cref="Continue"/> can append to it.</summary>
    public void KeepPart() => keepsPart = true;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await file.DisposeAsync();
        }
        catch (IOException)
        {
            // An earlier write has reported the full disk.
        }

        if (isTemporary && !keepsPart)
            File.Delete(path + PartSuffix);
    }

    private static OutputFile Open(string path, Func<string, bool, FileStream> open)
    {
        try
        {
            if (Directory.Exists(path))
                throw new IOException("it is a folder");
            // A symbolic link stays; its target is replaced.
            var target = new FileInfo(path).LinkTarget is null
                ? Path.GetFullPath(path)
                : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            var isTemporary = !IsDevice(target);
            return new OutputFile(target, open(target, isTemporary), isTemporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Failed(path, e);
        }
    }

    /// <summary>Returns whether a path is a pipe or a device, which a rename cannot replace.</summary>
    private static bool IsDevice(string path)
    {
        if (!File.Exists(path))
            return false;
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
            return true;
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        return !CanSeek(handle);
    }

    private static bool CanSeek(Microsoft.Win32.SafeHandles.SafeFileHandle handle)
    {
        using var stream = new FileStream(handle, FileAccess.Write);
        return stream.CanSeek;
    }

    private static FileFailedException Failed(string path, Exception e) => new($"{path} cannot be written: {e.Message}", e);
}
