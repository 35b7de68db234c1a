using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIndex.BitPacking;

namespace NewsIndex.Evaluation;

/// <summary>
/// Frequencies of a word in the documents of a set, each found without those before it. Takes a byte per document, and half the bytes of
/// the set.
/// </summary>
/// <param name="set">The documents of the word.</param>
internal sealed class SetFrequencies(long[] set)
{
    /// <summary>Stands for this frequency and all greater ones.</summary>
    public const int Many = byte.MaxValue;

    private const int BlockSize = LaneBits.Count;

    /// <summary>Number of documents before each word of the set.</summary>
    private readonly int[] before = CountsBefore(set);

    /// <summary>By number, with zeros behind the last so that the last block can be read like others.</summary>
    private readonly byte[] freqs = new byte[BitWords.Count(set) + BlockSize];

    /// <summary>Bytes in memory, without the set.</summary>
    public long Size => (before.Length * 4L) + freqs.Length;

    /// <summary>Puts in the frequencies of all documents of the set, in order.</summary>
    /// <param name="from">Number of the first document among those of the set.</param>
    public void Put(int from, ReadOnlySpan<int> values)
    {
        for (var i = 0; i < values.Length; i++)
            freqs[from + i] = (byte)Math.Min(values[i], Many);
    }

    /// <summary>Returns the number of a document among those of the set; -1 for one that is not in the set.</summary>
    public int NumberOf(int doc)
    {
        var (word, bit) = (set[doc >> 6], 1L << doc);
        return (word & bit) == 0 ? -1 : before[doc >> 6] + BitOperations.PopCount((ulong)(word & (bit - 1)));
    }

    /// <summary>Returns the frequency in the document with a number, at most <see cref="Many"/>.</summary>
    public int At(int number) => freqs[number];

    /// <summary>Reads frequencies that <see cref="At"/> and <see cref="SumBefore"/> will read.</summary>
    /// <param name="number">-1 for none.</param>
    /// <returns>A number without meaning.</returns>
    public int Approach(int number) => number < 0 ? 0 : freqs[number] + freqs[number & -BlockSize];

    /// <summary>Sums frequencies of the block of 128 documents before a document; -1 where one of them is <see cref="Many"/>.</summary>
    /// <param name="number">Of the document.</param>
    public int SumBefore(int number)
    {
        var index = number % BlockSize;
        ref var block = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(freqs), number - index);
        var (sums, most) = (Vector256<ushort>.Zero, Vector256<byte>.Zero);
        for (var at = 0; at < index; at += Vector256<byte>.Count)
        {
            var isBefore = Vector256.LessThan(Vector256<byte>.Indices, Vector256.Create((byte)(index - at)));
            var some = Vector256.LoadUnsafe(ref block, (nuint)at) & isBefore;
            most = Vector256.Max(most, some);
            sums += Vector256.WidenLower(some) + Vector256.WidenUpper(some);
        }

        return Vector256.EqualsAny(most, Vector256.Create((byte)Many)) ? -1 : Vector256.Sum(sums);
    }

    private static int[] CountsBefore(long[] set)
    {
        var counts = new int[set.Length];
        for (var i = 1; i < counts.Length; i++)
            counts[i] = counts[i - 1] + BitOperations.PopCount((ulong)set[i - 1]);
        return counts;
    }
}
