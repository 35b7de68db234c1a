using System.Buffers.Binary;
using Lucene.Net.Store;
using NewsIndex.BitPacking;

namespace NewsIndex.Lucene.Codec;

/// <summary>Bytes that are collected before they are written to a file.</summary>
internal sealed class ByteBuffer
{
    private byte[] bytes = new byte[256];

    public int Length { get; private set; }

    public void Clear() => Length = 0;

    /// <summary>Adds zeros and returns them to be changed, followed by <see cref="RowBits.Padding"/> more that do not count.</summary>
    public Span<byte> Add(int count)
    {
        Reserve(count + RowBits.Padding);
        var added = bytes.AsSpan(Length, count + RowBits.Padding);
        added.Clear();
        Length += count;
        return added;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        Reserve(values.Length);
        values.CopyTo(bytes.AsSpan(Length));
        Length += values.Length;
    }

    public void AddByte(int value)
    {
        Reserve(1);
        bytes[Length++] = (byte)value;
    }

    public void AddUInt16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Add(sizeof(ushort)), checked((ushort)value));

    public void AddUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Add(sizeof(uint)), value);

    /// <summary>Adds a number in groups of seven bits, lowest first; all but the last have the eighth bit set.</summary>
    public void AddVariable(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            AddByte((int)(value & 0x7F) | 0x80);
        AddByte((int)value);
    }

    public void WriteTo(IndexOutput output) => output.WriteBytes(bytes, 0, Length);

    private void Reserve(int count)
    {
        if (bytes.Length - Length < count)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
    }
}
