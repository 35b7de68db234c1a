using NewsIndex.BitPacking;

namespace NewsIndex.Positions;

/// <summary>The positions of a posting before they are decoded; valid until others are read from the same list.</summary>
internal readonly struct PackedPositions(ArraySegment<byte> packed, int firstBit, int width)
{
    /// <summary>Decodes positions in a row.</summary>
    /// <param name="number">The first, from 0.</param>
    public void CopyTo(int number, Span<int> positions)
    {
        var bytes = packed.AsSpan();
        var bit = firstBit + ((long)number * width);
        foreach (ref var position in positions)
        {
            position = PositionCode.Decode(RowBits.Get(bytes, bit, width));
            bit += width;
        }
    }

    /// <summary>Returns a position.</summary>
    /// <param name="number">From 0; less than the frequency.</param>
    public int this[int number] => PositionCode.Decode(CodeOf(number));

    /// <summary>Returns a position as <see cref="PositionCode"/> has it.</summary>
    /// <param name="number">As of the position.</param>
    public uint CodeOf(int number) => RowBits.Get(packed.AsSpan(), firstBit + ((long)number * width), width);
}
