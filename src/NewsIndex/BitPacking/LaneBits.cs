using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIndex.BitPacking;

/// <summary>
/// Packs <see cref="Count"/> numbers with the same number of bits each. Number i is in lane i mod 4 of 32-bit words in little-endian order,
/// so that one instruction unpacks four neighbours.
/// </summary>
/// <remarks>
/// Lemire and Boytsov, "Decoding billions of integers per second through vectorization", 2015: SIMD-BP128. The scalar twins are for
/// processors without vectors and for tests.
/// </remarks>
internal static class LaneBits
{
    public const int Count = 128;

    private const int Lanes = 4;
    private const int Rows = Count / Lanes;
    private const int WordBits = 32;

    /// <summary>Returns the bytes that packed numbers take.</summary>
    /// <param name="width">Bits of a number, 0 to 32.</param>
    public static int BytesOf(int width) => Count / 8 * width;

    /// <param name="values">Each less than 2 to the power of <paramref name="width"/>, as an unsigned number.</param>
    /// <param name="packed"><see cref="BytesOf"/> the width long; all zero.</param>
    public static void Pack(ReadOnlySpan<int> values, int width, Span<byte> packed)
    {
        for (var i = 0; i < Count && width > 0; i++)
        {
            var bit = i / Lanes * width;
            var (word, shift) = (bit / WordBits, bit % WordBits);
            Add(packed, (word * Lanes) + (i % Lanes), (uint)values[i] << shift);
            if (shift + width > WordBits)
                Add(packed, ((word + 1) * Lanes) + (i % Lanes), (uint)values[i] >> (WordBits - shift));
        }
    }

    /// <summary>Unpacks numbers and adds one to each.</summary>
    /// <param name="packed">At least <see cref="BytesOf"/> the width long.</param>
    /// <param name="values">At least <see cref="Count"/> long.</param>
    public static void UnpackPlusOne(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        if (Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian)
            UnpackPlusOneVector(packed[..BytesOf(width)], width, values[..Count]);
        else
            UnpackPlusOneScalar(packed, width, values);
    }

    /// <summary>Unpacks gaps between ascending numbers: each number is that before it, plus one, plus its gap.</summary>
    /// <param name="packed">As for <see cref="UnpackPlusOne"/>, like the values.</param>
    /// <param name="before">The number before the first; -1 when the first gap is the first number.</param>
    public static void UnpackAscending(ReadOnlySpan<byte> packed, int width, int before, Span<int> values)
    {
        if (Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian)
            UnpackAscendingVector(packed[..BytesOf(width)], width, before, values[..Count]);
        else
            UnpackAscendingScalar(packed, width, before, values);
    }

    internal static void UnpackPlusOneScalar(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        for (var i = 0; i < Count; i++)
            values[i] = Get(packed, i, width) + 1;
    }

    internal static void UnpackAscendingScalar(ReadOnlySpan<byte> packed, int width, int before, Span<int> values)
    {
        for (var i = 0; i < Count; i++)
            values[i] = before = unchecked(before + 1 + Get(packed, i, width));
    }

    private static void UnpackPlusOneVector(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        ref var words = ref Unsafe.As<byte, int>(ref MemoryMarshal.GetReference(packed));
        ref var to = ref MemoryMarshal.GetReference(values);
        var mask = MaskOf(width);
        for (var row = 0; row < Rows; row++)
            (Row(ref words, row, width, mask) + Vector128<int>.One).StoreUnsafe(ref to, (nuint)(row * Lanes));
    }

    private static void UnpackAscendingVector(ReadOnlySpan<byte> packed, int width, int before, Span<int> values)
    {
        ref var words = ref Unsafe.As<byte, int>(ref MemoryMarshal.GetReference(packed));
        ref var to = ref MemoryMarshal.GetReference(values);
        var mask = MaskOf(width);
        var last = Vector128.Create(before);
        for (var row = 0; row < Rows; row++)
        {
            // Sums within the row: of neighbours, then of pairs. An index outside the vector gives zero.
            var sums = Row(ref words, row, width, mask) + Vector128<int>.One;
            sums += Vector128.Shuffle(sums, Vector128.Create(Lanes, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(Lanes, Lanes, 0, 1));
            sums += last;
            sums.StoreUnsafe(ref to, (nuint)(row * Lanes));
            last = Vector128.Shuffle(sums, Vector128.Create(Lanes - 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Row(ref int words, int row, int width, Vector128<int> mask)
    {
        if (width == 0)
            return Vector128<int>.Zero;
        var bit = row * width;
        var (word, shift) = (bit / WordBits, bit % WordBits);
        // Without a branch: the bits of a next word that do not belong to the numbers are masked. The last row has no next word.
        var next = Math.Min(word + 1, width - 1);
        var low = Vector128.LoadUnsafe(ref words, (nuint)(word * Lanes)) >>> shift;
        var high = Vector128.LoadUnsafe(ref words, (nuint)(next * Lanes)) << 1 << (WordBits - 1 - shift);
        return (low | high) & mask;
    }

    private static Vector128<int> MaskOf(int width) => Vector128.Create((int)MaskBits(width));

    private static uint MaskBits(int width) => (uint)((1UL << width) - 1);

    private static int Get(ReadOnlySpan<byte> packed, int number, int width)
    {
        if (width == 0)
            return 0;
        var bit = number / Lanes * width;
        var (word, shift) = (bit / WordBits, bit % WordBits);
        ulong bits = Word(packed, (word * Lanes) + (number % Lanes));
        if (shift + width > WordBits)
            bits |= (ulong)Word(packed, ((word + 1) * Lanes) + (number % Lanes)) << WordBits;
        return (int)((uint)(bits >> shift) & MaskBits(width));
    }

    private static uint Word(ReadOnlySpan<byte> packed, int number) =>
        BinaryPrimitives.ReadUInt32LittleEndian(packed[(number * sizeof(uint))..]);

    private static void Add(Span<byte> packed, int number, uint bits) =>
        BinaryPrimitives.WriteUInt32LittleEndian(packed[(number * sizeof(uint))..], Word(packed, number) | bits);
}
