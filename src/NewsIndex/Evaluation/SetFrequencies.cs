using System.Numerics;

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

    /// <summary>Number of documents before each word of the set.</summary>
    private readonly int[] before = CountsBefore(set);
    private readonly byte[] freqs = new byte[BitWords.Count(set)];

    /// <summary>Bytes in memory, without the set.</summary>
    public long Size => (before.Length * 4L) + freqs.Length;

    /// <summary>Puts in the frequencies of all documents of the set, in order.</summary>
    /// <param name="from">Number of the first document among those of the set.</param>
    public void Put(int from, ReadOnlySpan<int> values)
    {
        for (var i = 0; i < values.Length; i++)
            freqs[from + i] = (byte)Math.Min(values[i], Many);
    }

    /// <summary>Returns the frequency in a document, 0 for one that is not in the set, at most <see cref="Many"/>.</summary>
    public int Of(int doc)
    {
        var (word, bit) = (set[doc >> 6], 1L << doc);
        if ((word & bit) == 0)
            return 0;
        return freqs[before[doc >> 6] + BitOperations.PopCount((ulong)(word & (bit - 1)))];
    }

    private static int[] CountsBefore(long[] set)
    {
        var counts = new int[set.Length];
        for (var i = 1; i < counts.Length; i++)
            counts[i] = counts[i - 1] + BitOperations.PopCount((ulong)set[i - 1]);
        return counts;
    }
}
