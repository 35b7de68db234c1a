using System.IO.Enumeration;

namespace Indexer.Archives;

/// <summary>Finds the files for the paths of a command line.</summary>
internal static class ArchiveFiles
{
    public const string StandardInput = "-";

    /// <summary>
    /// A path is a file, a folder (all files under it in ordinal order, equal on all runs) or a pattern (<c>*</c>, <c>?</c>, and <c>**</c>
    /// for any folders between). Hidden files and links that lead out of the folder are skipped.
    /// </summary>
    public static IEnumerable<string> Walk(IEnumerable<string> paths) => paths.SelectMany(FilesOf);

    /// <summary>The first path that does not exist or that no file matches; null if there is none.</summary>
    public static string? FirstMissing(IEnumerable<string> paths) =>
        paths.FirstOrDefault(path => path != StandardInput && !File.Exists(path) && !Directory.Exists(path) && !FilesOf(path).Any());

    /// <summary>Returns true for a file that <see cref="Walk"/> would skip.</summary>
    public static bool IsHidden(string path) =>
        Path.GetFileName(path).StartsWith('.') || File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);

    private static IEnumerable<string> FilesOf(string path)
    {
        if (path == StandardInput || File.Exists(path))
            return [path];
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*", Options).Order(StringComparer.Ordinal);
        return IsPattern(path) ? Fitting(path) : [path];
    }

    private static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    private static IEnumerable<string> Fitting(string pattern)
    {
        var parts = pattern.Split('/', Path.DirectorySeparatorChar);
        var first = Array.FindIndex(parts, IsPattern);
        var root = first == 0 ? "." : string.Join('/', parts[..first]) is { Length: > 0 } folder ? folder : "/";
        if (!Directory.Exists(root))
            return [];
        return Directory.EnumerateFiles(root, "*", Options)
            .Where(file => Fits(Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar), parts.AsSpan(first)))
            .Select(file => first == 0 ? Path.GetRelativePath(root, file) : file)
            .Order(StringComparer.Ordinal);
    }

    private static bool Fits(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
            return path.IsEmpty;
        if (pattern[0] != "**")
            return !path.IsEmpty
                && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false)
                && Fits(path[1..], pattern[1..]);
        for (var skip = 0; skip <= path.Length; skip++)
        {
            if (Fits(path[skip..], pattern[1..]))
                return true;
        }

        return false;
    }

    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };
}
