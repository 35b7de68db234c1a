using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsIndex.BitPacking;

/// <summary>
/// Packs any count of numbers one behind another with the same number of bits each, lowest bit first, so that each can be read alone.
/// </summary>
internal static class RowBits
{
    /// <summary>Bytes that must be readable behind packed numbers, because numbers are read with the seven bytes behind them.</summary>
    public const int Padding = 8;

    /// <summary>Returns the bits that numbers up to a maximum need.</summary>
    public static int WidthOf(uint max) => 32 - BitOperations.LeadingZeroCount(max);

    public static long BytesOf(long count, int width) => ((count * width) + 7) / 8;

    /// <summary>Adds numbers at a bit.</summary>
    /// <param name="values">Each less than 2 to the power of <paramref name="width"/>, as an unsigned number.</param>
    /// <param name="packed">Zero from the bit on, and longer than the numbers by <see cref="Padding"/>.</param>
    public static void Pack(ReadOnlySpan<int> values, int width, Span<byte> packed, long bit = 0)
    {
        foreach (var value in values)
        {
            var at = packed[(int)(bit / 8)..];
            var bits = (ulong)(uint)value << (int)(bit % 8);
            BinaryPrimitives.WriteUInt64LittleEndian(at, BinaryPrimitives.ReadUInt64LittleEndian(at) | bits);
            bit += width;
        }
    }

    /// <summary>Returns the number at a bit.</summary>
    /// <param name="width">0 to 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Get(ReadOnlySpan<byte> packed, long bit, int width) =>
        (uint)((BinaryPrimitives.ReadUInt64LittleEndian(packed[(int)(bit >> 3)..]) >> ((int)bit & 7)) & ((1UL << width) - 1));

    /// <summary>Unpacks numbers from a bit on and adds one to each.</summary>
    /// <param name="packed">Longer than the numbers by <see cref="Padding"/>.</param>
    public static void UnpackPlusOne(ReadOnlySpan<byte> packed, long bit, int width, Span<int> values)
    {
        foreach (ref var value in values)
        {
            value = (int)Get(packed, bit, width) + 1;
            bit += width;
        }
    }

    /// <summary>Unpacks gaps between ascending numbers: see <see cref="LaneBits.UnpackAscending"/>.</summary>
    /// <param name="packed">As for <see cref="UnpackPlusOne"/>.</param>
    public static void UnpackAscending(ReadOnlySpan<byte> packed, int width, int before, Span<int> values)
    {
        long bit = 0;
        foreach (ref var value in values)
        {
            value = before = unchecked(before + 1 + (int)Get(packed, bit, width));
            bit += width;
        }
    }
}
