using System.Text;
using CsvHelper;
using Indexer.Extraction;
using Indexer.Fields;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Tables;

/// <summary>
/// Tables with an article a row. Columns are separated by commas, semicolons, tabs or bars; their names are on the first line, or a mapping
/// numbers them.
/// </summary>
internal sealed class CsvReader(FieldMapping mapping) : IArchiveReader
{
    /// <summary>Maximum length of a field: 16 MiB. Without a limit, an unclosed quotation mark takes in the rest of the file.</summary>
    private const int MaxFieldLength = 16 * 1024 * 1024;

    public string Name => "csv";

    public bool Recognises(ArchiveHead head) => !head.IsBinary && TableLayout.Of(head.Content, mapping) is not null;

    public IEnumerable<Reading> Read(ArchiveSource source) => ParallelRecords.Read(Cut(source));

    private IEnumerable<CutRecord> Cut(ArchiveSource source)
    {
        var head = new byte[ArchiveHead.Size];
        head = head[..source.Bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var (encoding, mark) = EncodingOf(head);
        if (TableLayout.Of(new ArchiveHead(head).Content, mapping) is not { } layout)
        {
            yield return CutRecord.Of(new Reading.Rejected(
                source.Path, 0, Name, "the first line does not name the columns of a table of articles", Reading.SnippetOf(head)));
            yield break;
        }

        using var stream = new RewoundStream(head, source.Bytes);
        var isEscaped = BackslashQuotes.AreIn(encoding.GetString(head.AsSpan(mark)));
        using var plain = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true);
        using TextReader text = isEscaped ? new BackslashQuotes(plain) : plain;
        var offset = (long)mark;
        for (var line = 0; line < layout.Above; line++)
            offset += encoding.GetByteCount(NextLine(text));
        var configuration = TableLayout.Configuration(layout.Delimiter);
        (configuration.CountBytes, configuration.Encoding, configuration.MaxFieldSize) = (true, encoding, MaxFieldLength);
        var article = new MappedArticle(layout.Columns, mapping.Ordered(DatesIn(encoding.GetString(head.AsSpan(mark)), layout)),
            PageArticle.Read);
        var missing = MissingFrom(layout);
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        while (true)
        {
            var at = offset + parser.ByteCount;
            string[]? fields;
            Reading.Rejected? broken = null;
            try
            {
                fields = parser.Read() ? isEscaped ? Array.ConvertAll(parser.Record!, BackslashQuotes.Unescaped) : parser.Record : null;
            }
            catch (Exception e) when (e is CsvHelperException or IndexOutOfRangeException)
            {
                fields = null;
                broken = new Reading.Rejected(source.Path, at, Name,
                    $"the table cannot be read beyond row {parser.Row} ({e.Message.Split('\n')[0].TrimEnd()}); expected fields of at most "
                    + $"{MaxFieldLength:N0} characters, with quotation marks closed",
                    "");
            }

            if (broken is not null)
                yield return CutRecord.Of(broken);
            if (fields is null)
                yield break;
            if (fields.Any(field => !string.IsNullOrWhiteSpace(field)))
            {
                yield return new CutRecord(
                    fields.Sum(field => field.Length) * sizeof(char),
                    () => [ReadRow(source, at, fields, layout.Columns.Count, article, missing)]);
            }
        }
    }

    private Reading ReadRow(ArchiveSource source, long offset, string[] fields, int expected, MappedArticle mapped, string? missing)
    {
        var snippet = Reading.SnippetOf(string.Join(',', fields));
        if (fields.Length != expected)
            return new Reading.Rejected(source.Path, offset, Name,
                $"the row has {fields.Length} fields; expected {expected}, as in the first line", snippet);
        try
        {
            var (article, notice) = mapped.Read(column => IsMissing(fields[column]) ? [] : [fields[column].Trim()]);
            return new Reading.Read(source.Path, offset, Name, article, notice is not null && missing is not null
                ? $"{missing}; {notice}"
                : missing ?? notice);
        }
        catch (ArticleRecordException e)
        {
            return new Reading.Rejected(source.Path, offset, Name, e.Message, snippet);
        }
    }

    /// <summary>True for the null values of databases and statistics packages.</summary>
    private static bool IsMissing(string field) =>
        string.IsNullOrWhiteSpace(field)
        || field.Trim() is "\\N" or "NULL" or "null" or "NaN" or "nan" or "None" or "<NA>" or "N/A" or "#N/A";

    /// <summary>
    /// Names the columns of the mapping that the table lacks: a misspelt one would be missing in every row. Null if all are there.
    /// </summary>
    private string? MissingFrom(TableLayout layout) => mapping.MissingFrom(layout.Columns) is [_, ..] missing
        ? $"the mapping names {string.Join(", ", missing)}; the table has {string.Join(", ", layout.Columns)}"
        : null;

    /// <summary>The dates of the rows that are complete in the first bytes.</summary>
    private IEnumerable<string> DatesIn(string head, TableLayout layout)
    {
        var column = mapping.ColumnsOf("published", layout.Columns);
        return column.Count == 0
            ? []
            : TableLayout.Rows(head, layout.Delimiter).Where(row => row.Length == layout.Columns.Count).Select(row => row[column[0]]);
    }

    /// <summary>Reads a line with its line break and the empty lines before it, which count in offsets.</summary>
    private static string NextLine(TextReader text)
    {
        var line = new StringBuilder();
        for (int c; line.Length < MaxFieldLength && (c = text.Read()) >= 0;)
        {
            line.Append((char)c);
            if ((c == '\n' || (c == '\r' && text.Peek() != '\n')) && !string.IsNullOrWhiteSpace(line.ToString()))
                break;
        }

        return line.ToString();
    }

    /// <summary>UTF-8 or Windows-1252, decided by the first bytes. If these are ASCII, each later character is decoded as either.</summary>
    /// <returns>The decoding, and the length of the byte order mark in bytes.</returns>
    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
            return (Encoding.UTF8, Encoding.UTF8.Preamble.Length);
        return head.ContainsAnyInRange((byte)0x80, (byte)0xFF) ? (TextDecoding.EncodingOf(head), 0) : (LateWindows1252.Encoding, 0);
    }
}
