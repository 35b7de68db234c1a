using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIndex.BitPacking;

namespace NewsIndex.Evaluation;

/// <summary>Room for a decoded block of postings, reused by the queries of a thread.</summary>
internal sealed class BlockBuffer
{
    /// <summary>Buffers that a thread keeps for its next queries; each takes 1.5 KB.</summary>
    private const int MaxKept = 64;

    [ThreadStatic]
    private static Stack<BlockBuffer>? kept;

    private BlockBuffer()
    {
    }

    public int[] Docs { get; } = new int[LaneBits.Count];

    public int[] Freqs { get; } = new int[LaneBits.Count];

    public float[] Scores { get; } = new float[LaneBits.Count];

    public static BlockBuffer Rent() => kept is { Count: > 0 } ? kept.Pop() : new BlockBuffer();

    public static void GiveBack(BlockBuffer buffer)
    {
        kept ??= new Stack<BlockBuffer>();
        if (kept.Count < MaxKept)
            kept.Push(buffer);
    }

    /// <summary>Returns the place of the first document that is not less than another; the last place if all are less.</summary>
    /// <param name="near">A place to begin at, unless its document is greater.</param>
    /// <param name="count">Number of documents; at least one.</param>
    public int FirstNotLess(int doc, int near, int count)
    {
        var from = near < count && Docs[near] <= doc ? near & -Vector256<int>.Count : 0;
        ref var first = ref MemoryMarshal.GetArrayDataReference(Docs);
        while (from + Vector256<int>.Count <= count && Unsafe.Add(ref first, from + Vector256<int>.Count - 1) < doc)
            from += Vector256<int>.Count;
        if (from + Vector256<int>.Count > count)
        {
            while (from < count - 1 && Docs[from] < doc)
                from++;
            return from;
        }

        var less = Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)from), Vector256.Create(doc));
        return from + BitOperations.PopCount(less.ExtractMostSignificantBits());
    }
}
