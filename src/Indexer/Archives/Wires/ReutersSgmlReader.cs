using System.Buffers;
using Indexer.Records;
using Indexer.Texts;

namespace Indexer.Archives.Wires;

/// <summary>
/// Reuters-21578: many documents a file, in SGML that is not well-formed XML. Finds the documents; <see cref="ReutersDocument"/> reads
/// each.
/// </summary>
internal sealed class ReutersSgmlReader : IArchiveReader
{
    private const int MaxDocumentBytes = 16 * 1024 * 1024;

    public string Name => "reuters-sgml";

    public bool Recognises(ArchiveHead head) =>
        head.Text.Contains("<REUTERS", StringComparison.Ordinal)
        && (head.Text.TrimStart().StartsWith("<!DOCTYPE lewis", StringComparison.Ordinal)
            || head.Text.TrimStart().StartsWith("<REUTERS", StringComparison.Ordinal));

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var lines = new LineScanner(source.Bytes);
        var document = new ArrayBufferWriter<byte>(8192);
        long beganAt = -1;
        while (lines.TryRead(out var line))
        {
            var begins = line.Bytes.Span.IndexOf("<REUTERS"u8) >= 0;
            if (begins && beganAt >= 0)
            {
                yield return Reject(source, beganAt, document, "the document has no </REUTERS> before the next one begins");
                beganAt = -1;
            }

            if (begins)
            {
                document.Clear();
                beganAt = line.Offset + line.Bytes.Span.IndexOf("<REUTERS"u8);
            }

            if (beganAt < 0)
                continue;
            if (line.IsTooLong || document.WrittenCount + line.Bytes.Length > MaxDocumentBytes)
            {
                yield return Reject(source, beganAt, document, $"the document has more than {MaxDocumentBytes:N0} bytes");
                beganAt = -1;
                continue;
            }

            document.Write(line.Bytes.Span);
            document.Write("\n"u8);
            if (line.Bytes.Span.IndexOf("</REUTERS>"u8) < 0)
                continue;

            yield return Finish(source, beganAt, document);
            beganAt = -1;
        }

        if (beganAt >= 0)
            yield return Reject(source, beganAt, document, "the file ends inside the document: expected </REUTERS>");
    }

    private Reading Finish(ArchiveSource source, long offset, ArrayBufferWriter<byte> document)
    {
        var article = ReutersDocument.Read(TextDecoding.Decode(document.WrittenSpan));
        return article is null
            ? Reject(source, offset, document, "the document has neither title nor text")
            : new Reading.Read(source.Path, offset, Name, article);
    }

    private Reading.Rejected Reject(ArchiveSource source, long offset, ArrayBufferWriter<byte> document, string reason) =>
        new(source.Path, offset, Name, reason, Reading.SnippetOf(document.WrittenSpan));
}
