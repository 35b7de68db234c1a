namespace Indexer.Records;

/// <summary>A line without its line break.</summary>
/// <param name="Bytes">Valid until the next line is read; only the beginning if the line is too long.</param>
/// <param name="Offset">Start of the line, in bytes from 0.</param>
/// <param name="IsTooLong">True if the line exceeds the limit of the scanner.</param>
/// <param name="Length">Full length in bytes, even if the line is too long.</param>
internal readonly record struct Line(ReadOnlyMemory<byte> Bytes, long Offset, bool IsTooLong, long Length);

/// <summary>
/// Cuts a stream into lines and keeps their offsets. Uses less than twice the limit of memory, whatever the stream contains.
/// </summary>
internal sealed class LineScanner(Stream stream, int limit = LineScanner.DefaultMaxLength)
{
    /// <summary>Maximum length of a line: 16 MiB, more than any article has. A file without line breaks would fill the memory.</summary>
    public const int DefaultMaxLength = 16 * 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private long offset;
    private bool atEnd;

    /// <summary>Returns false at the end of the stream.</summary>
    public bool TryRead(out Line line)
    {
        var searched = start;
        while (true)
        {
            var newline = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                line = Take(searched + newline - start, endLength: 1);
                return true;
            }

            if (end - start > limit)
            {
                line = SkipTooLong();
                return true;
            }

            searched = end;
            if (Fill(ref searched))
                continue;
            line = end > start ? Take(end - start, endLength: 0) : default;
            return line.Bytes.Length > 0 || line.IsTooLong;
        }
    }

    private Line Take(int length, int endLength)
    {
        var content = length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length;
        var tooLong = content > limit;
        var line = new Line(buffer.AsMemory(start, tooLong ? Math.Min(content, 1024) : content), offset, tooLong, content);
        start += length + endLength;
        offset += length + endLength;
        return line;
    }

    /// <summary>Skips the rest of the line.</summary>
    private Line SkipTooLong()
    {
        var begin = buffer.AsSpan(start, 1024).ToArray();
        var beganAt = offset;
        while (true)
        {
            var newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var length = newline < 0 ? end - start : newline + 1;
            start += length;
            offset += length;
            var searched = start;
            if (newline >= 0 || !Fill(ref searched))
                return new Line(begin, beganAt, true, offset - beganAt - (newline >= 0 ? 1 : 0));
        }
    }

    private bool Fill(ref int searched)
    {
        if (atEnd)
            return false;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (searched, end, start) = (searched - start, end - start, 0);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer, end, buffer.Length - end);
        atEnd = read == 0;
        end += read;
        return read > 0;
    }
}
