using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Archives.Tables;

/// <summary>Tables of articles: columns parted by commas, semicolons, tabs or bars, with their names on the first line.</summary>
internal sealed class CsvReader(FieldMapping mapping) : IArchiveReader
{
    /// <summary>16 MiB: what one field may hold; an open quotation mark would swallow the rest of the file otherwise.</summary>
    private const int FieldLimit = 16 * 1024 * 1024;

    private static readonly char[] Delimiters = ['\t', ';', ',', '|'];

    public string Name => "csv";

    public bool Recognises(ArchiveHead head)
    {
        if (head.IsBinary)
            return false;
        var line = head.Content.Split('\n', 2)[0].TrimEnd('\r');
        return Delimiter(line) is { } delimiter && Columns(line, delimiter) is { Count: >= 2 } columns
            && columns.All(column => column.Length is > 0 and < 60 && !column.Contains("  ", StringComparison.Ordinal))
            && (mapping.IsGiven || mapping.FitsTable(columns));
    }

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var head = new byte[ArchiveHead.Size];
        head = head[..source.Bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var (encoding, mark) = EncodingOf(head);
        using var stream = new RewoundStream(head, source.Bytes);
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true);
        var line = FirstLine(text);
        var header = line.TrimEnd('\r', '\n');
        var delimiter = Delimiter(header) ?? ',';
        var columns = Columns(header, delimiter);
        var offset = (long)mark + encoding.GetByteCount(line);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            CountBytes = true,
            Encoding = encoding,
            MaxFieldSize = FieldLimit,
            BadDataFound = null,
            IgnoreBlankLines = true,
        };
        var article = new MappedArticle(columns, mapping) { MonthFirst = mapping.MonthFirst ?? DateOrder.Of(DatesIn(encoding.GetString(head), columns, configuration)) };
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        while (true)
        {
            var at = offset + parser.ByteCount;
            string[]? fields;
            Reading.Rejected? broken = null;
            try
            {
                fields = parser.Read() ? parser.Record : null;
            }
            catch (Exception e) when (e is CsvHelperException or IndexOutOfRangeException)
            {
                fields = null;
                broken = new Reading.Rejected(source.Path, at, Name, $"the table cannot be read beyond row {parser.Row} ({e.Message.Split('\n')[0].TrimEnd()}); expected fields of at most {FieldLimit:N0} characters, with quotation marks closed", "");
            }

            if (broken is not null)
                yield return broken;
            if (fields is null)
                yield break;
            if (fields.Any(field => !string.IsNullOrWhiteSpace(field)))
                yield return ReadRow(source, at, fields, columns.Count, article);
        }
    }

    private Reading ReadRow(ArchiveSource source, long offset, string[] fields, int expected, MappedArticle mapped)
    {
        var snippet = Reading.SnippetOf(string.Join(',', fields));
        if (fields.Length != expected)
            return new Reading.Rejected(source.Path, offset, Name, $"the row has {fields.Length} fields; expected {expected}, as in the first line", snippet);
        try
        {
            var (article, notice) = mapped.Read(column => string.IsNullOrWhiteSpace(fields[column]) ? [] : [fields[column].Trim()]);
            return new Reading.Read(source.Path, offset, Name, article, notice);
        }
        catch (ArticleRecordException e)
        {
            return new Reading.Rejected(source.Path, offset, Name, e.Message, snippet);
        }
    }

    /// <summary>The dates of the rows that the first bytes hold whole.</summary>
    private List<string> DatesIn(string head, List<string> columns, CsvConfiguration configuration)
    {
        var dates = new List<string>();
        using var parser = new CsvParser(new StringReader(head), configuration);
        try
        {
            while (parser.Read())
            {
                if (parser.Record is { } fields && fields.Length == columns.Count)
                    dates.AddRange(mapping.ColumnsOf("published", columns).Take(1).Select(column => fields[column]));
            }
        }
        catch (Exception e) when (e is CsvHelperException or IndexOutOfRangeException)
        {
            // What is broken is said where the table is read.
        }

        return dates;
    }

    /// <summary>With its line end, of which offsets have to know the length.</summary>
    private static string FirstLine(StreamReader text)
    {
        var line = new StringBuilder();
        for (int c; line.Length < FieldLimit && (c = text.Read()) >= 0;)
        {
            line.Append((char)c);
            if (c == '\n' || (c == '\r' && text.Peek() != '\n'))
                break;
        }

        return line.ToString();
    }

    /// <summary>UTF-8 where the beginning is valid; Windows-1252 otherwise.</summary>
    /// <returns>Mark: bytes of a byte order mark at the beginning.</returns>
    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> head)
    {
        for (var cut = 0; cut <= Math.Min(3, head.Length); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
                return (new UTF8Encoding(false), head.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        }

        return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, 0);
    }

    private static char? Delimiter(string line)
    {
        var best = Delimiters.MaxBy(sign => line.Count(c => c == sign));
        return line.Contains(best, StringComparison.Ordinal) ? best : null;
    }

    private static List<string> Columns(string line, char delimiter) => [.. line.Split(delimiter).Select(column => column.Trim().Trim('"').Trim())];
}
