using System.Text;

namespace Indexer.Archives.Crawls;

/// <summary>Reads lines and byte ranges of one stream, with their offsets.</summary>
internal sealed class RecordStream(Stream stream)
{
    private const int MaxLineLength = 64 * 1024;

    private readonly byte[] buffer = new byte[128 * 1024];
    private int start;
    private int end;

    /// <summary>Number of bytes read so far.</summary>
    public long Offset { get; private set; }

    /// <summary>Returns null at the end. A line of more than 64 KiB is cut there: no header is that long.</summary>
    public string? ReadLine()
    {
        var line = new List<byte>();
        while (Fill())
        {
            var run = buffer.AsSpan(start, end - start);
            var newline = run.IndexOf((byte)'\n');
            var take = newline < 0 ? run.Length : newline + 1;
            if (line.Count < MaxLineLength)
                line.AddRange(run[..take]);
            Take(take);
            if (newline >= 0)
                break;
        }

        return line.Count == 0 ? null : Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r', '\n');
    }

    /// <summary>Returns fewer bytes than requested at the end of the stream.</summary>
    public byte[] ReadBytes(int length)
    {
        var bytes = new MemoryStream(Math.Min(length, 1 << 20));
        while (bytes.Length < length && Fill())
        {
            var take = (int)Math.Min(end - start, length - bytes.Length);
            bytes.Write(buffer, start, take);
            Take(take);
        }

        return bytes.ToArray();
    }

    /// <summary>Returns false if the stream ends earlier.</summary>
    public bool Skip(long length)
    {
        while (length > 0 && Fill())
        {
            var take = (int)Math.Min(end - start, length);
            Take(take);
            length -= take;
        }

        return length == 0;
    }

    private bool Fill()
    {
        if (start < end)
            return true;
        start = 0;
        end = stream.Read(buffer);
        return end > 0;
    }

    private void Take(int length)
    {
        start += length;
        Offset += length;
    }
}
