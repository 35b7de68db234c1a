using System.Buffers.Binary;
using Lucene.Net.Store;

namespace NewsIndex.Lucene.Storage;

/// <summary>Reads a part of a <see cref="CachedFile"/>. Clones share the file and have a place of their own.</summary>
internal sealed class CachedIndexInput : IndexInput
{
    private readonly CachedFile file;
    private readonly long start;
    private readonly bool ownsFile;

    /// <summary>Where in the file the first byte of <see cref="block"/> is.</summary>
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
        var place = at;
        int b = bytes[place++];
        var value = b & 0x7F;
        for (var shift = 7; (b & 0x80) != 0; shift += 7)
        {
            b = bytes[place++];
            value |= (b & 0x7F) << shift;
        }

        at = place;
        return value;
    }

    // Lucene's own versions of these call ReadByte for each byte. Columns of doc values are read by them.
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

        // The block is looked for when something is read: many seeks go on to another place.
        (blockStart, block, at, end) = (absolute, [], 0, 0);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && ownsFile)
            file.Dispose();
    }

    /// <exception cref="EndOfStreamException">There is nothing after the place.</exception>
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
