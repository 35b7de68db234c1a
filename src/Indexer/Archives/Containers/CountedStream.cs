using Indexer.Records;

namespace Indexer.Archives.Containers;

/// <summary>Counts the bytes read from a stream.</summary>
internal sealed class CountedStream(Stream inner) : ForwardStream
{
    public long Count { get; private set; }

    /// <summary>Supports reading, which the .xz decompressor does, but not setting.</summary>
    public override long Position
    {
        get => Count;
        set => base.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
