using System.Buffers.Binary;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>What can be known of a block of a list without decoding it.</summary>
internal struct BlockRecord
{
    private const int PartSize = sizeof(uint);
    private const int FixedSize = (3 * PartSize) + sizeof(ushort);

    public int LastDoc;

    /// <summary>Offset of the block from the first.</summary>
    public uint Start;

    /// <summary>Largest frequency; 1 in fields without frequencies.</summary>
    public int MaxFreq;

    public BlockWidths Widths;

    /// <summary>Offset of the positions of the block from those of the first.</summary>
    public uint PositionStart;

    /// <summary>As <see cref="PositionStart"/>, of offsets and payloads.</summary>
    public uint ExtraStart;

    /// <summary>Returns the bytes of a record.</summary>
    public static int SizeOf(FieldParts parts) =>
        FixedSize + (parts.Has(FieldParts.Positions) ? PartSize : 0) + (parts.Has(FieldParts.Extras) ? PartSize : 0);

    /// <summary>Reads only the last document of a record.</summary>
    public static int LastDocOf(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadInt32LittleEndian(record);

    /// <param name="record">As long as <see cref="SizeOf"/> says.</param>
    /// <exception cref="CorruptIndexException">A value is out of its range.</exception>
    public static BlockRecord Of(ReadOnlySpan<byte> record, FieldParts parts)
    {
        var read = new BlockRecord
        {
            LastDoc = LastDocOf(record),
            Start = BinaryPrimitives.ReadUInt32LittleEndian(record[PartSize..]),
            MaxFreq = BinaryPrimitives.ReadInt32LittleEndian(record[(2 * PartSize)..]),
            Widths = BlockWidths.Of(BinaryPrimitives.ReadUInt16LittleEndian(record[(3 * PartSize)..])),
        };
        if (parts.Has(FieldParts.Positions))
            read.PositionStart = BinaryPrimitives.ReadUInt32LittleEndian(record[FixedSize..]);
        if (parts.Has(FieldParts.Extras))
            read.ExtraStart = BinaryPrimitives.ReadUInt32LittleEndian(record[(FixedSize + PartSize)..]);
        return read;
    }

    public readonly void AddTo(ByteBuffer buffer, FieldParts parts)
    {
        buffer.AddUInt32((uint)LastDoc);
        buffer.AddUInt32(Start);
        buffer.AddUInt32((uint)MaxFreq);
        buffer.AddUInt16(Widths.Code);
        if (parts.Has(FieldParts.Positions))
            buffer.AddUInt32(PositionStart);
        if (parts.Has(FieldParts.Extras))
            buffer.AddUInt32(ExtraStart);
    }
}
