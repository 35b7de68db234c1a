using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Archives;

/// <summary>Article records, one JSON object a line: see <see cref="ArticleRecord"/>.</summary>
internal sealed partial class ArticleRecordReader : IArchiveReader
{
    public string Name => "article-records";

    public bool Recognises(ArchiveHead head) => !head.IsBinary && BeginsAnObject().IsMatch(head.Text);

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var lines = new LineScanner(source.Bytes);
        while (lines.TryRead(out var line))
        {
            var bytes = line.Offset == 0 ? WithoutByteOrderMark(line.Bytes) : line.Bytes;
            if (line.IsTooLong)
                yield return Reject(source, line, $"a line of {line.Length:N0} bytes; expected one JSON object of at most {LineScanner.DefaultLimit:N0} bytes a line");
            else if (!IsBlank(bytes.Span))
                yield return ReadLine(source, line with { Bytes = bytes });
        }
    }

    private Reading ReadLine(ArchiveSource source, Line line)
    {
        try
        {
            return new Reading.Read(source.Path, line.Offset, ArticleRecord.Read(line.Bytes));
        }
        catch (ArticleRecordException e)
        {
            return Reject(source, line, e.Message);
        }
    }

    private Reading.Rejected Reject(ArchiveSource source, Line line, string reason) =>
        new(source.Path, line.Offset, Name, reason, Reading.SnippetOf(line.Bytes.Span));

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.Trim(" \t\r"u8).IsEmpty;

    /// <summary>A brace and a quoted name, or an empty object.</summary>
    [GeneratedRegex("""\A\s*\{\s*("|\}|\z)""")]
    private static partial Regex BeginsAnObject();
}
