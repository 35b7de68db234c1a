namespace CommandLines;

/// <summary>
/// A file that is written beside its place and put there when it is whole, so that what fails or is broken off leaves the old one as it
/// was. Pipes and devices are written as they are.
/// </summary>
public sealed class OutputFile : IAsyncDisposable
{
    /// <summary>What the unfinished file is called: its name and this.</summary>
    public const string PartSuffix = ".part";

    private readonly string path;
    private readonly FileStream file;
    private readonly bool isBeside;
    private bool keepsPart;

    private OutputFile(string path, FileStream file, bool isBeside) => (this.path, this.file, this.isBeside) = (path, file, isBeside);

    public Stream Stream => file;

    /// <summary>Where what was written so far lies, until the file is whole.</summary>
    public string PartPath => isBeside ? path + PartSuffix : path;

    /// <summary>Begins a new file in place of one that may be there.</summary>
    /// <exception cref="FileFailedException">The file cannot be written there.</exception>
    public static OutputFile Create(string path) =>
        Open(path, (target, isBeside) => new FileStream(isBeside ? target + PartSuffix : target, FileMode.Create));

    /// <summary>Goes on with what was broken off, or else with the file that is there.</summary>
    /// <exception cref="FileFailedException">The file cannot be written there.</exception>
    public static OutputFile Continue(string path) => Open(path, (target, isBeside) =>
    {
        if (isBeside && !File.Exists(target + PartSuffix) && File.Exists(target))
            File.Copy(target, target + PartSuffix);
        return new FileStream(isBeside ? target + PartSuffix : target, FileMode.Append);
    });

    /// <summary>The file is whole: it takes its place.</summary>
    /// <exception cref="FileFailedException">It cannot, for want of room or permission; the old one is as it was.</exception>
    public async Task CompleteAsync()
    {
        try
        {
            await file.FlushAsync();
            if (!isBeside)
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

    /// <summary>What was written stays beside the file, to be gone on with.</summary>
    public void KeepPart() => keepsPart = true;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await file.DisposeAsync();
        }
        catch (IOException)
        {
            // A full disk has been reported by what was written before.
        }

        if (isBeside && !keepsPart)
            File.Delete(path + PartSuffix);
    }

    private static OutputFile Open(string path, Func<string, bool, FileStream> open)
    {
        try
        {
            if (Directory.Exists(path))
                throw new IOException("it is a folder");
            // A link stays a link: what it leads to is replaced.
            var target = new FileInfo(path).LinkTarget is null
                ? Path.GetFullPath(path)
                : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            var isBeside = !IsDevice(target);
            return new OutputFile(target, open(target, isBeside), isBeside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Failed(path, e);
        }
    }

    /// <summary>Whether what is there is no file that could be replaced by another.</summary>
    private static bool IsDevice(string path)
    {
        if (!File.Exists(path))
            return false;
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
            return true;
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        return !RandomAccessible(handle);
    }

    private static bool RandomAccessible(Microsoft.Win32.SafeHandles.SafeFileHandle handle)
    {
        using var stream = new FileStream(handle, FileAccess.Write);
        return stream.CanSeek;
    }

    private static FileFailedException Failed(string path, Exception e) => new($"{path} cannot be written: {e.Message}", e);
}
