namespace NewsIndex.Files;

/// <summary>Length and write time of a file, to detect changes without reading it.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Written">In UTC.</param>
internal readonly record struct FileStamp(long Length, DateTime Written)
{
    /// <summary>Returns the stamp of a file; null when the file does not exist.</summary>
    /// <exception cref="IOException">The file or its folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
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
