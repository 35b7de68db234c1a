using System.Buffers.Binary;
using Lucene.Net.Store;

namespace NewsIndex.Lucene.Caching;

/// <summary>Reads a range of a <see cref="CachedFile"/>, some bytes at a time. Clones share the file and have their own position.</summary>
internal abstract class CachedFileInput : IndexInput
{
    private readonly bool ownsFile;

    /// <summary>Offset of the first byte of <see cref="bytes"/> in the file.</summary>
    private long bytesStart;
    private byte[] bytes = [];
    private int at;
    private int end;

    /// <param name="start">Offset of the range in the file.</param>
    /// <param name="ownsFile">True to close the file with this input.</param>
    protected CachedFileInput(string description, CachedFile file, long start, long length, bool ownsFile)
        : base(description)
    {
        (File, Start, this.ownsFile) = (file, start, ownsFile);
        Length = length;
        bytesStart = start;
    }

    protected CachedFile File { get; }

    /// <summary>Offset of the range in the file.</summary>
    protected long Start { get; }

    public override long Length { get; }

    public override long Position => bytesStart + at - Start;

    /// <summary>The bytes from the position on that were read together; at least one.</summary>
    /// <exception cref="EndOfStreamException">The position is at the end.</exception>
    public ReadOnlySpan<byte> Rest
    {
        get
        {
            if (at == end)
                Fill();
            return bytes.AsSpan(at, end - at);
        }
    }

    /// <inheritdoc cref="CachedFile.Preload"/>
    public void Preload(CancellationToken stop) => File.Preload(stop);

    public override byte ReadByte()
    {
        if (at == end)
            Fill();
        return bytes[at++];
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        while (len > 0)
        {
            if (at == end)
                Fill();
            var count = Math.Min(len, end - at);
            Buffer.BlockCopy(bytes, at, b, offset, count);
            (at, offset, len) = (at + count, offset + count, len - count);
        }
    }

    public override int ReadVInt32()
    {
        if (end - at < 5)
            return base.ReadVInt32();
        var bytes = this.bytes;
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
        return BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at - sizeof(short)));
    }

    public override int ReadInt32()
    {
        if (end - at < sizeof(int))
            return base.ReadInt32();
        at += sizeof(int);
        return BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at - sizeof(int)));
    }

    public override long ReadInt64()
    {
        if (end - at < sizeof(long))
            return base.ReadInt64();
        at += sizeof(long);
        return BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at - sizeof(long)));
    }

    public override void Seek(long pos)
    {
        var absolute = Start + pos;
        if (absolute >= bytesStart && absolute < bytesStart + end)
        {
            at = (int)(absolute - bytesStart);
            return;
        }

        // Nothing is read before the next read, because many seeks are followed by another seek.
        (bytesStart, bytes, at, end) = (absolute, [], 0, 0);
    }

    /// <summary>Keeps the position, and reads again before it gives bytes.</summary>
    protected void Forget() => (bytesStart, bytes, at, end) = (bytesStart + at, [], 0, 0);

    protected override void Dispose(bool disposing)
    {
        if (disposing && ownsFile)
            File.Dispose();
    }

    /// <summary>Reads the byte at an offset of the file, and others around it.</summary>
    /// <returns>Bytes that nobody changes while this input uses them, and the offset of the first.</returns>
    protected abstract (byte[] Bytes, int Count, long Start) Read(long absolute);

    /// <exception cref="EndOfStreamException">The position is at the end.</exception>
    private void Fill()
    {
        var absolute = bytesStart + at;
        if (absolute >= Start + Length)
            throw new EndOfStreamException($"read past the end of {this}");
        (bytes, var count, bytesStart) = Read(absolute);
        at = (int)(absolute - bytesStart);
        end = (int)Math.Min(count, Start + Length - bytesStart);
    }
}
