namespace Indexer.Archives.Containers;

/// <summary>A file inside an archive.</summary>
/// <param name="Name">As the archive has it.</param>
/// <param name="Open">Gives its bytes, once, before the next file is asked for.</param>
/// <param name="Refusal">Why it is not read; null when it is.</param>
internal sealed record PackedFile(string Name, Func<Stream> Open, string? Refusal)
{
    /// <summary>Null for names that may be read; a sentence for those that lead out of the archive.</summary>
    public static string? RefusalOf(string name)
    {
        var parts = name.Split('/', '\\');
        return Path.IsPathRooted(name) || name.Contains(':', StringComparison.Ordinal) || parts.Contains("..")
            ? $"the archive names a file that lies outside of it ({name})"
            : null;
    }

    /// <summary>Hidden files, and those that macOS adds, are left out as they are on a disk.</summary>
    public static bool IsHidden(string name) =>
        name.Split('/', '\\').Any(part => (part.StartsWith('.') && part is not "." and not "..") || part == "__MACOSX");
}
