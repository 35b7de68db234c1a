using Indexer.Records;

namespace Indexer.Ingest;

/// <summary>Detects whether a file has changed since it was read.</summary>
/// <param name="Modified">Time of the last change, in UTC ticks of the file system says.</param>
internal readonly record struct FileStamp(long Size, long Modified)
{
    /// <summary>Returns null if there is no such file, as for standard input.</summary>
    public static FileStamp? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }

    /// <summary>As <see cref="FileDigest.Value"/>, for a file that is not read otherwise.</summary>
    public static string HashOf(string path)
    {
        try
        {
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20, FileOptions.SequentialScan);
            using var digest = new FileDigest();
            digest.Complete(file);
            return digest.Value;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
