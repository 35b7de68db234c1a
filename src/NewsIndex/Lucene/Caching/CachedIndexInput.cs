using System.Buffers.Binary;
using Lucene.Net.Store;

namespace NewsIndex.Lucene.Caching;

/// <summary>Reads a range of a <see cref="CachedFile"/>. Clones share the file and have their own position.</summary>
internal sealed class CachedIndexInput : IndexInput
{
    private readonly CachedFile file;
    private readonly long start;
    private readonly bool ownsFile;

    /// <summary>Offset of the first byte of <see cref="block"/> in the file.</summary>
    private long blockStart;
    private byte[] block = [];
    private int at;
    private int end;

    public CachedIndexInput(string description, CachedFile file, long start, long length, bool ownsFile)
        : base(description)
    {
        (this.file, this.start, this.ownsFile) = (file, start, ownsFile);
        Length = length;
        blockStart = start;
    }

    public override long Length { get; }

    public override long Position => blockStart + at - start;

    /// <summary>The bytes from the position to the end of its block in the cache.</summary>
    /// <exception cref="EndOfStreamException">The position is at the end.</exception>
    public ReadOnlySpan<byte> Rest
    {
        get
        {
            if (at == end)
                NextBlock();
            return block.AsSpan(at, end - at);
        }
    }

    public override byte ReadByte()
    {
        if (at == end)
            NextBlock();
        return block[at++];
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        while (len > 0)
        {
            if (at == end)
                NextBlock();
            var count = Math.Min(len, end - at);
            Buffer.BlockCopy(block, at, b, offset, count);
            (at, offset, len) = (at + count, offset + count, len - count);
        }
    }

    public override int ReadVInt32()
    {
        if (end - at < 5)
            return base.ReadVInt32();
        var bytes = block;
        var offset = at;
        int b = bytes[offset++];
        var value = b & 0x7F;
        for (var shift = 7; (b & 0x80) != 0; shift += 7)
        {
            b = bytes[offset++];
            value |= (b & 0x7F) << shift;
        }

        at = offset;
        return value;
    }

    // Lucene's versions call ReadByte for each byte, which is slow for doc values.
    public override short ReadInt16()
    {
        if (end - at < sizeof(short))
            return base.ReadInt16();
        at += sizeof(short);
        return BinaryPrimitives.ReadInt16BigEndian(block.AsSpan(at - sizeof(short)));
    }

    public override int ReadInt32()
    {
        if (end - at < sizeof(int))
            return base.ReadInt32();
        at += sizeof(int);
        return BinaryPrimitives.ReadInt32BigEndian(block.AsSpan(at - sizeof(int)));
    }

    public override long ReadInt64()
    {
        if (end - at < sizeof(long))
            return base.ReadInt64();
        at += sizeof(long);
        return BinaryPrimitives.ReadInt64BigEndian(block.AsSpan(at - sizeof(long)));
    }

    public override void Seek(long pos)
    {
        var absolute = start + pos;
        if (absolute >= blockStart && absolute < blockStart + end)
        {
            at = (int)(absolute - blockStart);
            return;
        }

        // The block is loaded by the next read, because many seeks are followed by another seek.
        (blockStart, block, at, end) = (absolute, [], 0, 0);
    }

    /// <summary>Returns a range without copying. Does not use or change the position, and may be called by several threads.</summary>
    /// <param name="from">From the start of this input; the range must be inside it.</param>
    /// <returns>False if the range is in two blocks of the cache.</returns>
    public bool TryGet(long from, int length, out ArraySegment<byte> range)
    {
        var absolute = start + from;
        var offset = (int)(absolute & (BlockCache.BlockSize - 1));
        if (offset + length > BlockCache.BlockSize || length == 0)
        {
            range = new ArraySegment<byte>([], 0, 0);
            return length == 0;
        }

        range = new ArraySegment<byte>(file.Block((int)(absolute >> BlockCache.BlockBits)), offset, length);
        return true;
    }

    /// <summary>Copies a range; otherwise as <see cref="TryGet"/>.</summary>
    public void CopyTo(long from, Span<byte> to)
    {
        for (var absolute = start + from; to.Length > 0;)
        {
            var source = file.Block((int)(absolute >> BlockCache.BlockBits)).AsSpan((int)(absolute & (BlockCache.BlockSize - 1)));
            var count = Math.Min(source.Length, to.Length);
            source[..count].CopyTo(to);
            absolute += count;
            to = to[count..];
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && ownsFile)
            file.Dispose();
    }

    /// <exception cref="EndOfStreamException">The position is at the end.</exception>
    private void NextBlock()
    {
        var absolute = blockStart + at;
        if (absolute >= start + Length)
            throw new EndOfStreamException($"read past the end of {this}");
        var number = (int)(absolute >> BlockCache.BlockBits);
        block = file.Block(number);
        blockStart = (long)number << BlockCache.BlockBits;
        at = (int)(absolute - blockStart);
        end = (int)Math.Min(block.Length, start + Length - blockStart);
    }
}
