namespace Enrichment.WordTables;

/// <summary>A row of a <see cref="WordTable"/>.</summary>
/// <param name="Key">The group that the value belongs to, or what the value means.</param>
/// <param name="Value">A word, a phrase, or several words separated by spaces.</param>
internal readonly record struct WordRow(string Key, string Value)
{
    /// <summary>Reads a line of a table.</summary>
    /// <exception cref="InvalidDataException">The line has no tab.</exception>
    public static WordRow Parse(string line, string file) =>
        line.IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab
            ? new WordRow(line[..tab], line[(tab + 1)..])
            : throw new InvalidDataException($"row \"{line}\" of table {file} is invalid; expected a key, a tab and a value");
}
