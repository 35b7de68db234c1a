using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIndex.Evaluation;

/// <summary>Algebra of document sets as words of 64 bits. Operands have the same length.</summary>
internal static class BitWords
{
    /// <summary>Documents of a word.</summary>
    public const int Size = 64;

    /// <summary>Documents that are added to a list without asking if there are so many.</summary>
    private const int ListedAtOnce = 4;

    /// <summary>Number of words for the documents of a segment.</summary>
    public static int LengthFor(int maxDoc) => (maxDoc + Size - 1) / Size;

    public static bool Contains(ReadOnlySpan<long> words, int doc) => (words[doc >> 6] >> doc & 1) != 0;

    public static void Set(Span<long> words, int doc) => words[doc >> 6] |= 1L << doc;

    public static void Set(Span<long> words, ReadOnlySpan<int> docs)
    {
        foreach (var doc in docs)
            words[doc >> 6] |= 1L << doc;
    }

    /// <summary>Sets the bits of the first documents.</summary>
    /// <param name="count">Number of documents.</param>
    public static void SetFirst(Span<long> words, int count)
    {
        words[..(count / Size)].Fill(-1);
        if (count % Size != 0)
            words[count / Size] |= (1L << count) - 1;
    }

    public static void Or(Span<long> words, ReadOnlySpan<long> other)
    {
        var i = 0;
        ref var to = ref MemoryMarshal.GetReference(words);
        ref var from = ref MemoryMarshal.GetReference(other[..words.Length]);
        for (; i + Vector256<long>.Count <= words.Length; i += Vector256<long>.Count)
            (Vector256.LoadUnsafe(ref to, (nuint)i) | Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < words.Length; i++)
            words[i] |= other[i];
    }

    public static void And(Span<long> words, ReadOnlySpan<long> other)
    {
        var i = 0;
        ref var to = ref MemoryMarshal.GetReference(words);
        ref var from = ref MemoryMarshal.GetReference(other[..words.Length]);
        for (; i + Vector256<long>.Count <= words.Length; i += Vector256<long>.Count)
            (Vector256.LoadUnsafe(ref to, (nuint)i) & Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < words.Length; i++)
            words[i] &= other[i];
    }

    public static void AndNot(Span<long> words, ReadOnlySpan<long> other)
    {
        var i = 0;
        ref var to = ref MemoryMarshal.GetReference(words);
        ref var from = ref MemoryMarshal.GetReference(other[..words.Length]);
        for (; i + Vector256<long>.Count <= words.Length; i += Vector256<long>.Count)
        {
            Vector256.AndNot(Vector256.LoadUnsafe(ref to, (nuint)i), Vector256.LoadUnsafe(ref from, (nuint)i))
                .StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < words.Length; i++)
            words[i] &= ~other[i];
    }

    public static long Count(ReadOnlySpan<long> words)
    {
        var count = 0L;
        foreach (var word in words)
            count += BitOperations.PopCount((ulong)word);
        return count;
    }

    /// <summary>Returns how long the list of the documents of so many words has to be.</summary>
    public static int ListLengthFor(int words) => (words * Size) + ListedAtOnce;

    /// <summary>Lists the documents of words in order, faster than one by one: a branch for each costs more than the list.</summary>
    /// <param name="first">First document of the words.</param>
    /// <param name="docs">As long as <see cref="ListLengthFor"/> says; values behind the returned count are undefined.</param>
    /// <returns>The number of documents.</returns>
    public static int List(ReadOnlySpan<long> words, int first, Span<int> docs)
    {
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var (left, end) = ((ulong)words[i], count + BitOperations.PopCount((ulong)words[i]));
            for (var at = count; at < end; at += ListedAtOnce)
            {
                // Of a word without so many there are too many, which the next overwrite.
                var four = docs.Slice(at, ListedAtOnce);
                four[0] = first + BitOperations.TrailingZeroCount(left);
                left &= left - 1;
                four[1] = first + BitOperations.TrailingZeroCount(left);
                left &= left - 1;
                four[2] = first + BitOperations.TrailingZeroCount(left);
                left &= left - 1;
                four[3] = first + BitOperations.TrailingZeroCount(left);
                left &= left - 1;
            }

            (first, count) = (first + Size, end);
        }

        return count;
    }

    /// <summary>Returns true if a document of a range is in the set.</summary>
    /// <param name="first">First document of the range.</param>
    /// <param name="last">Last document of the range.</param>
    public static bool ContainsAny(ReadOnlySpan<long> words, int first, int last)
    {
        var (from, to) = (first >> 6, last >> 6);
        var (head, tail) = (-1L << first, (long)(ulong.MaxValue >> (~last & 63)));
        if (from == to)
            return (words[from] & head & tail) != 0;
        return (words[from] & head) != 0 || (words[to] & tail) != 0 || words[(from + 1)..to].ContainsAnyExcept(0);
    }
}
