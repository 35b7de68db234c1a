using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Indexer.Fields;

namespace Indexer.Archives.Tables;

/// <summary>The delimiter and the column names of a table, read from its first bytes.</summary>
/// <param name="Columns">
/// Names on the first line; <c>#1</c>, <c>#2</c> … if the mapping numbers the columns and the first line is a row.
/// </param>
/// <param name="Above">Number of lines before the first row: the line of names and Excel's <c>sep=;</c>, if present.</param>
internal sealed partial record TableLayout(char Delimiter, IReadOnlyList<string> Columns, int Above)
{
    private const int MaxNameLength = 60;

    /// <summary>Minimum number of rows with equally many fields, to detect the delimiter of a table without names.</summary>
    private const int MinAgreeingRows = 5;

    private static readonly char[] Delimiters = ['\t', ';', ',', '|'];

    /// <summary>Returns null if the text is not a table of articles.</summary>
    public static TableLayout? Of(string head, FieldMapping mapping)
    {
        if (SeparatorLine().Match(head) is { Success: true } separator)
            return Of(head[separator.Length..], [separator.Groups["sign"].Value[0]], mapping) is { } layout
                ? layout with { Above = layout.Above + 1 }
                : null;
        return Of(head, Delimiters, mapping);
    }

    private static TableLayout? Of(string head, char[] delimiters, FieldMapping mapping) =>
        mapping.Columns is { } columns ? WithoutNames(head, delimiters, columns) : WithNames(head, delimiters, mapping);

    /// <summary>The first row if all rows have equally many fields; empty if no delimiter gives that.</summary>
    public static IReadOnlyList<string> ColumnsOf(string head)
    {
        foreach (var delimiter in Delimiters)
        {
            var rows = Rows(head, delimiter).Take(MinAgreeingRows + 1).ToList();
            var whole = rows.Count > MinAgreeingRows ? rows[..^1] : rows;
            if (whole.Count > 1 && whole[0].Length > 1 && whole.TrueForAll(row => row.Length == whole[0].Length))
                return whole[0];
        }

        return [];
    }

    /// <summary>The rows that are complete in the text, up to the first malformed one.</summary>
    public static IEnumerable<string[]> Rows(string text, char delimiter)
    {
        using var parser = new CsvParser(new StringReader(text), Configuration(delimiter));
        while (Next(parser) is { } row)
            yield return row;
    }

    public static CsvConfiguration Configuration(char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        BadDataFound = null,
        IgnoreBlankLines = true,
    };

    private static TableLayout? WithNames(string head, char[] delimiters, FieldMapping mapping)
    {
        var line = head.Split('\n', 2)[0].TrimEnd('\r');
        var delimiter = delimiters.MaxBy(sign => line.Count(c => c == sign));
        List<string> columns = [.. Rows(line, delimiter).FirstOrDefault([]).Select(column => column.Trim())];
        // The unnamed column holds row numbers, as pandas writes them.
        return columns.Count >= 2
            && columns.TrueForAll(column => column.Length < MaxNameLength && !column.Contains("  ", StringComparison.Ordinal))
            && columns.Count(column => column.Length == 0) <= 1
            && (mapping.IsGiven || mapping.FitsTable(columns))
            ? new TableLayout(delimiter, columns, Above: 1)
            : null;
    }

    private static TableLayout? WithoutNames(string head, char[] delimiters, int columns)
    {
        foreach (var delimiter in delimiters)
        {
            // The last row may be cut off.
            var counts = Rows(head, delimiter).Take(MinAgreeingRows + 1).Select(row => row.Length).ToList();
            var whole = counts.Count > 1 ? counts[..^1] : counts;
            if (whole.Count > 0 && whole[0] >= Math.Max(2, columns) && whole.TrueForAll(count => count == whole[0]))
                return new TableLayout(delimiter, [.. Enumerable.Range(1, whole[0]).Select(number => $"#{number}")], Above: 0);
        }

        return null;
    }

    private static string[]? Next(CsvParser parser)
    {
        try
        {
            return parser.Read() ? parser.Record : null;
        }
        catch (Exception e) when (e is CsvHelperException or IndexOutOfRangeException)
        {
            // Errors are reported when the table is read.
            return null;
        }
    }

    [GeneratedRegex(@"\Asep=(?<sign>[,;|\t])\r?\n", RegexOptions.IgnoreCase)]
    private static partial Regex SeparatorLine();
}
