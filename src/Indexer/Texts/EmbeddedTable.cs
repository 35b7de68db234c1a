namespace Indexer.Texts;

/// <summary>Tables of words that lie beside the classes that use them, as resources of the program.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table, each cut at its tabs. Empty lines and lines that begin with # are comments.</summary>
    /// <param name="name">The file name, such as <c>field-names.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">The program has no such table.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is missing; add it to Indexer.csproj as an EmbeddedResource.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    /// <summary>The first column of a table, as a set that ignores case.</summary>
    /// <inheritdoc cref="Rows"/>
    public static HashSet<string> Words(string name) => new(Rows(name).Select(row => row[0]), StringComparer.OrdinalIgnoreCase);
}
