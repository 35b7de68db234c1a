namespace Indexer.Records;

/// <summary>Puts bytes that were read already back in front of a stream: standard input cannot seek.</summary>
internal sealed class RewoundStream(ReadOnlyMemory<byte> first, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> first = first;

    public override int Read(Span<byte> buffer)
    {
        if (first.IsEmpty)
            return rest.Read(buffer);
        var length = Math.Min(first.Length, buffer.Length);
        first.Span[..length].CopyTo(buffer);
        first = first[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
