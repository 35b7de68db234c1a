namespace Indexer.Archives;

/// <summary>A stream of which the first bytes were read already, to be read again; standard input cannot seek back.</summary>
internal sealed class RewoundStream(ReadOnlyMemory<byte> first, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> first = first;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("A rewound stream is read from its beginning to its end.");

    public override long Position
    {
        get => throw new NotSupportedException("A rewound stream is read from its beginning to its end.");
        set => throw new NotSupportedException("A rewound stream is read from its beginning to its end.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (first.IsEmpty)
            return rest.Read(buffer);
        var length = Math.Min(first.Length, buffer.Length);
        first.Span[..length].CopyTo(buffer);
        first = first[length..];
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A rewound stream is read from its beginning to its end.");

    public override void SetLength(long value) => throw new NotSupportedException("A rewound stream is for reading.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A rewound stream is for reading.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
