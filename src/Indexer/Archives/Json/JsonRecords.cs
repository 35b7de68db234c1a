using System.Buffers;
using Indexer.Records;

namespace Indexer.Archives.Json;

/// <summary>One JSON value of a file.</summary>
/// <param name="Bytes">Valid until the next value is read; only the beginning if the value is too long.</param>
/// <param name="Problem">The reason why the value cannot be parsed; null if it may be valid.</param>
internal readonly record struct JsonRecord(ReadOnlyMemory<byte> Bytes, long Offset, string? Problem);

/// <summary>
/// Cuts a file into JSON values: one a line, one after the other over several lines, or the items of one list. If each is on a line, a
/// malformed one does not affect the others.
/// </summary>
internal static class JsonRecords
{
    /// <summary>Maximum length of a value: 16 MiB, more than any record of an article has.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    public static IEnumerable<JsonRecord> Of(Stream stream)
    {
        var head = new byte[ArchiveHead.Size];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new RewoundStream(head.AsMemory(0, length), stream);
        return IsOneALine(head.AsSpan(0, length)) ? Lines(whole) : Values(whole);
    }

    /// <summary>The first line has a whole object, or is longer than the head.</summary>
    private static bool IsOneALine(ReadOnlySpan<byte> head)
    {
        var begin = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        begin = begin.TrimStart(" \t\r\n"u8);
        var end = begin.IndexOf((byte)'\n');
        if (begin.IsEmpty || begin[0] == '[')
            return false;
        if (end < 0)
            return true;
        var line = begin[..end].TrimEnd(" \t\r"u8);
        return line.Length > 1 && (line[^1] == '}' || line.Length > 200);
    }

    private static IEnumerable<JsonRecord> Lines(Stream stream)
    {
        var lines = new LineScanner(stream, MaxLength);
        while (lines.TryRead(out var line))
        {
            var bytes = line.Offset == 0 && line.Bytes.Span.StartsWith("\uFEFF"u8) ? line.Bytes[3..] : line.Bytes;
            if (line.IsTooLong)
                yield return new JsonRecord(bytes, line.Offset,
                    $"a line of {line.Length:N0} bytes; expected one JSON object of at most {MaxLength:N0} bytes a line");
            else if (!bytes.Span.Trim(" \t\r"u8).IsEmpty)
                yield return new JsonRecord(bytes, line.Offset, null);
        }
    }

    /// <summary>Braces delimit values; the list around them and the commas between them are skipped.</summary>
    private static IEnumerable<JsonRecord> Values(Stream stream)
    {
        var value = new ArrayBufferWriter<byte>(64 * 1024);
        var buffer = new byte[64 * 1024];
        var nesting = new JsonNesting();
        long position = 0, beganAt = 0, length = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            for (var i = 0; i < read; i++, position++)
            {
                var b = buffer[i];
                if (nesting.Depth == 0)
                {
                    if (b != '{')
                        continue;
                    (beganAt, length) = (position, 0);
                    value.Clear();
                }

                nesting.Step(b);
                if (++length <= MaxLength)
                    value.Write([b]);
                if (nesting.Depth == 0)
                    yield return new JsonRecord(value.WrittenMemory, beganAt, length > MaxLength
                        ? $"a record of {length:N0} bytes; expected at most {MaxLength:N0}"
                        : null);
            }
        }

        if (nesting.Depth > 0)
            yield return new JsonRecord(value.WrittenMemory, beganAt, "the file ends inside a record: expected }");
    }
}
