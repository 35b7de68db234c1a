using System.Buffers;
using System.Text;

namespace Indexer.Archives.Json;

/// <summary>
/// Cuts API responses of any length into the records that they list, one at a time. A file may have several responses; if each is on a
/// line, a malformed one does not affect the others.
/// </summary>
internal sealed class JsonListRecords(JsonLayout layout)
{
    private const int MaxNameLength = 64;

    private readonly ArrayBufferWriter<byte> record = new(64 * 1024);

    /// <summary>Member names of the open objects and lists, the outermost first.</summary>
    private readonly Stack<string?> open = new();
    private readonly StringBuilder text = new();
    private string? member;
    private bool inText;
    private bool escaped;

    /// <summary>The nesting inside the current record; depth 0 between records.</summary>
    private JsonNesting nesting;
    private long length;

    public IEnumerable<JsonRecord> Of(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        long position = 0, beganAt = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            for (var i = 0; i < read; i++, position++)
            {
                var b = buffer[i];
                if ((inText || nesting.InText) && b == '\n')
                {
                    // JSON strings contain no line breaks: the previous response was truncated.
                    if (nesting.Depth > 0)
                        yield return new JsonRecord(record.WrittenMemory, beganAt, "the line ends inside a record: expected }");
                    Reset();
                }
                else if (nesting.Depth == 0)
                {
                    if (!Step(b))
                        continue;
                    (beganAt, length) = (position, 0);
                    record.Clear();
                    Append(b);
                }
                else
                {
                    Append(b);
                    if (nesting.Depth == 0)
                        yield return new JsonRecord(record.WrittenMemory, beganAt, length > JsonRecords.MaxLength
                            ? $"a record of {length:N0} bytes; expected at most {JsonRecords.MaxLength:N0}"
                            : null);
                }
            }
        }

        if (nesting.Depth > 0)
            yield return new JsonRecord(record.WrittenMemory, beganAt, "the file ends inside a record: expected }");
    }

    /// <summary>Returns true at the start of a record.</summary>
    private bool Step(byte b)
    {
        if (inText)
        {
            if (!escaped && b == '"')
                inText = false;
            else if (text.Length < MaxNameLength)
                text.Append((char)b);
            escaped = !escaped && b == '\\';
            return false;
        }

        switch (b)
        {
            case (byte)'"':
                (inText, escaped) = (true, false);
                text.Clear();
                break;
            case (byte)':':
                member = text.ToString();
                break;
            case (byte)',':
                member = null;
                break;
            case (byte)'{' when open.Count == layout.Depth && open.TryPeek(out var list) && list == layout.List:
                return true;
            case (byte)'{' or (byte)'[':
                open.Push(member);
                member = null;
                break;
            case (byte)'}' or (byte)']':
                open.TryPop(out _);
                break;
        }

        return false;
    }

    private void Append(byte b)
    {
        nesting.Step(b);
        if (++length <= JsonRecords.MaxLength)
            record.Write([b]);
    }

    private void Reset()
    {
        open.Clear();
        (nesting, inText, member) = (new JsonNesting(), false, null);
    }
}
