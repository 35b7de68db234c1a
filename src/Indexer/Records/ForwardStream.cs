namespace Indexer.Records;

/// <summary>Base of streams that are read once, from start to end.</summary>
internal abstract class ForwardStream : Stream
{
    private const string Once = "The stream is read from its beginning to its end.";

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException(Once);

    public override long Position
    {
        get => throw new NotSupportedException(Once);
        set => throw new NotSupportedException(Once);
    }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException(Once);

    public override void SetLength(long value) => throw new NotSupportedException(Once);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException(Once);
}
