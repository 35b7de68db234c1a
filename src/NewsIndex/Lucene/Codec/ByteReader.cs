using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>Reads what <see cref="ByteBuffer"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; }

    /// <exception cref="CorruptIndexException">There are no more bytes.</exception>
    public byte ReadByte()
    {
        if (Position >= bytes.Length)
            throw Ended();
        return bytes[Position++];
    }

    /// <exception cref="CorruptIndexException">There are no more bytes, or the number has more than 63 bits.</exception>
    public long ReadVariable()
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = ReadByte();
            value |= (long)(next & 0x7F) << shift;
            if (next <= 0x7F)
                return value;
        }

        throw new CorruptIndexException("a number of the index has more than 63 bits; expected fewer; run verify");
    }

    /// <exception cref="CorruptIndexException">There are no more bytes, or the number is above the maximum.</exception>
    public int ReadVariable(int max)
    {
        var value = ReadVariable();
        if (value > max)
            throw new CorruptIndexException($"number {value} of the index is invalid; expected at most {max}; run verify");
        return (int)value;
    }

    /// <exception cref="CorruptIndexException">There are fewer bytes.</exception>
    public ReadOnlySpan<byte> Read(int count)
    {
        if (count > bytes.Length - Position)
            throw Ended();
        Position += count;
        return bytes.Slice(Position - count, count);
    }

    private static CorruptIndexException Ended() => new("a list of the index ends too early; run verify");
}
