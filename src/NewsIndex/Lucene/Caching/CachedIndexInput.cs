namespace NewsIndex.Lucene.Caching;

/// <summary>Reads a file by the blocks of the cache.</summary>
internal sealed class CachedIndexInput(string description, CachedFile file, long start, long length, bool ownsFile)
    : CachedFileInput(description, file, start, length, ownsFile)
{
    /// <summary>Returns a range without copying. Does not use or change the position, and may be called by several threads.</summary>
    /// <param name="from">From the start of this input; the range must be inside it.</param>
    /// <param name="held">The block that the caller read last, of this input alone.</param>
    /// <returns>False if the range is in two blocks of the cache.</returns>
    public bool TryGet(long from, int length, ref HeldBlock held, out ArraySegment<byte> range)
    {
        var absolute = Start + from;
        var offset = (int)(absolute & (BlockCache.BlockSize - 1));
        if (offset + length > BlockCache.BlockSize || length == 0)
        {
            range = new ArraySegment<byte>([], 0, 0);
            return length == 0;
        }

        range = new ArraySegment<byte>(held.Of(File, (int)(absolute >> BlockCache.BlockBits)), offset, length);
        return true;
    }

    /// <summary>Copies a range; otherwise as <see cref="TryGet"/>.</summary>
    public void CopyTo(long from, Span<byte> to)
    {
        for (var absolute = Start + from; to.Length > 0;)
        {
            var source = File.Block((int)(absolute >> BlockCache.BlockBits)).AsSpan((int)(absolute & (BlockCache.BlockSize - 1)));
            var count = Math.Min(source.Length, to.Length);
            source[..count].CopyTo(to);
            absolute += count;
            to = to[count..];
        }
    }

    protected override (byte[] Bytes, int Count, long Start) Read(long absolute)
    {
        var number = (int)(absolute >> BlockCache.BlockBits);
        var block = File.Block(number);
        return (block, block.Length, (long)number << BlockCache.BlockBits);
    }
}
