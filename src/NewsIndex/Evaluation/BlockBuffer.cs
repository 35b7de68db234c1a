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
}
