using Microsoft.Win32.SafeHandles;
using NewsIndex.Files;
using NewsIndex.Generations;

namespace NewsIndex.SavedSnapshots;

/// <summary>
/// One committed generation with all its files open, so that they stay readable while a writer deletes and replaces them.
/// </summary>
/// <param name="Files">The file that makes the commit is the last.</param>
/// <param name="Format">Version of the index format.</param>
internal sealed record HeldGeneration(
    IReadOnlyList<HeldFile> Files, Generation Generation, DateTimeOffset CommittedAt, string IndexId, int Format) : IDisposable
{
    public void Dispose()
    {
        foreach (var file in Files)
            file.Handle.Dispose();
    }
}

/// <summary>An open file of an index. Such files are never changed.</summary>
/// <param name="Name">Without a folder.</param>
internal sealed record HeldFile(string Name, string Path, SafeFileHandle Handle)
{
    public long Length { get; } = RandomAccess.GetLength(Handle);

    public FileStamp Stamp { get; } = FileStamp.Of(Handle);

    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static HeldFile Open(string directory, string name)
    {
        var path = System.IO.Path.Combine(directory, name);
        return new HeldFile(
            name, path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
    }
}
