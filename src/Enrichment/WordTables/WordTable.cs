using System.Collections.Frozen;

namespace Enrichment.WordTables;

/// <summary>A table of words that is embedded in the assembly and stored beside the class that reads it.</summary>
/// <remarks>
/// The file is UTF-8 text with one row a line: a key, a tab and a value. A key may have several rows. Blank lines and lines that start
/// with <c>#</c> are comments.
/// </remarks>
internal sealed class WordTable
{
    private const char CommentSign = '#';

    private readonly ILookup<string, string> byKey;

    private WordTable(IReadOnlyList<WordRow> rows)
    {
        Rows = rows;
        byKey = rows.ToLookup(row => row.Key, row => row.Value, StringComparer.Ordinal);
    }

    /// <summary>All rows, in the order of the file.</summary>
    public IReadOnlyList<WordRow> Rows { get; }

    /// <summary>Reads an embedded table.</summary>
    /// <param name="beside">The class that the table is stored beside.</param>
    /// <param name="file">The file's name without its folder, such as <c>months.tsv</c>.</param>
    /// <exception cref="InvalidDataException">The assembly of the class has no such table, or a row has no tab.</exception>
    public static WordTable Read(Type beside, string file)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidDataException($"table {file} is missing; expected an embedded resource of that name");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), file);
    }

    /// <summary>Reads a table from its text.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="file">The file's name, for error messages.</param>
    /// <exception cref="InvalidDataException">A row has no tab.</exception>
    public static WordTable Parse(string text, string file) =>
        new([.. text.Split('\n').Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && line[0] != CommentSign)
            .Select(line => WordRow.Parse(line, file))]);

    /// <summary>The values of a key, in the order of the file; empty when the table does not have the key.</summary>
    public IReadOnlyList<string> ValuesOf(string key) => [.. byKey[key]];

    /// <summary>The distinct words in the values of a key, which spaces separate.</summary>
    public FrozenSet<string> WordsOf(string key) =>
        byKey[key].SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
}
