namespace Indexer.Archives.Containers;

/// <summary>A file inside an archive.</summary>
/// <param name="Name">Name in the archive.</param>
/// <param name="Open">Opens the file; call it at most once, and before the next file is requested.</param>
/// <param name="Refusal">The reason why the file is refused; null if it is accepted.</param>
internal sealed record PackedFile(string Name, Func<Stream> Open, string? Refusal)
{
    /// <summary>Returns null for valid names, and a sentence for names that lead out of the archive.</summary>
    public static string? RefusalOf(string name)
    {
        var parts = name.Split('/', '\\');
        return Path.IsPathRooted(name) || name.Contains(':', StringComparison.Ordinal) || parts.Contains("..")
            ? $"the archive names a file that lies outside of it ({name})"
            : null;
    }

    /// <summary>Hidden files and those that macOS adds are skipped, as in folders.</summary>
    public static bool IsHidden(string name) =>
        name.Split('/', '\\').Any(part => (part.StartsWith('.') && part is not "." and not "..") || part == "__MACOSX");
}
