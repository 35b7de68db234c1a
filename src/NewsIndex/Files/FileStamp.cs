namespace NewsIndex.Files;

/// <summary>Tells whether a file has changed since it was read, without reading it again.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Written">In UTC.</param>
internal readonly record struct FileStamp(long Length, DateTime Written)
{
    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="IOException">The file, or its folder, cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be looked into.</exception>
    public static FileStamp? Of(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Of(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public static FileStamp Of(Microsoft.Win32.SafeHandles.SafeFileHandle file) =>
        new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));
}
