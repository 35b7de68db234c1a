namespace Indexer.Archives;

/// <summary>The files that the paths of a command line stand for.</summary>
internal static class ArchiveFiles
{
    public const string StandardInput = "-";

    /// <summary>
    /// A file is itself, a folder every file under it in ordinal order, so that runs agree. Hidden files, and what lies behind a link out
    /// of the folder, are left out.
    /// </summary>
    public static IEnumerable<string> Walk(IEnumerable<string> paths) => paths.SelectMany(FilesOf);

    private static IEnumerable<string> FilesOf(string path) =>
        path != StandardInput && Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", Options).Order(StringComparer.Ordinal)
            : [path];

    /// <summary>The first path that is not there; null when all are.</summary>
    public static string? FirstMissing(IEnumerable<string> paths) =>
        paths.FirstOrDefault(path => path != StandardInput && !File.Exists(path) && !Directory.Exists(path));

    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };
}
