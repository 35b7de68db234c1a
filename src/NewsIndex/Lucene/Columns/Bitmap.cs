using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>A set of articles of a segment: one bit per document. Must not be changed.</summary>
internal sealed class Bitmap
{
    private const int BitsPerWord = 64;

    /// <param name="words">Bits in the order of the documents; none behind the last document.</param>
    /// <param name="length">Number of documents.</param>
    private Bitmap(long[] words, int length)
    {
        Bits = new FixedBitSet(words, length);
        foreach (var word in words)
            Count += BitOperations.PopCount((ulong)word);
    }

    public FixedBitSet Bits { get; }

    /// <summary>Number of documents in the set.</summary>
    public int Count { get; }

    /// <summary>Selects the documents with <c>from &lt;= first</c> and <c>last &lt;= to</c>, several at a time.</summary>
    /// <param name="first">Values by document.</param>
    /// <param name="last">As many values; may be the same.</param>
    public static Bitmap Within<T>(T[] first, T from, T[] last, T to)
        where T : unmanaged, INumber<T>
    {
        var words = new long[FixedBitSet.Bits2words(first.Length)];
        var full = first.Length / BitsPerWord;
        var (least, most) = (Vector256.Create(from), Vector256.Create(to));
        ref var firsts = ref MemoryMarshal.GetArrayDataReference(first);
        ref var lasts = ref MemoryMarshal.GetArrayDataReference(last);
        for (var word = 0; word < full; word++)
        {
            var bits = 0UL;
            for (var bit = 0; bit < BitsPerWord; bit += Vector256<T>.Count)
            {
                var doc = (nuint)((word * BitsPerWord) + bit);
                var inside = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref firsts, doc), least)
                    & Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref lasts, doc), most);
                bits |= (ulong)inside.ExtractMostSignificantBits() << bit;
            }

            words[word] = (long)bits;
        }

        for (var doc = full * BitsPerWord; doc < first.Length; doc++)
        {
            if (first[doc] >= from && last[doc] <= to)
                words[doc / BitsPerWord] |= 1L << (doc % BitsPerWord);
        }

        return new Bitmap(words, first.Length);
    }

    /// <param name="bits">Not changed afterwards.</param>
    public static Bitmap Of(FixedBitSet bits) => new(bits.GetBits(), bits.Length);

    public Bitmap And(Bitmap other)
    {
        var both = Bits.Clone();
        both.And(other.Bits);
        return new Bitmap(both.GetBits(), Bits.Length);
    }
}
