namespace NewsIndex.Lucene.Storage;

/// <summary>
/// Blocks of the files of an index, in memory up to a bound. What was not asked for since the hand last came by goes first (the clock of
/// Corbató, "A paging experiment with the Multics system", 1968).
/// </summary>
internal sealed class BlockCache
{
    /// <summary>Bytes of a block: a posting list's jump stays in one, and a miss costs one call to the system.</summary>
    public const int BlockSize = 1 << BlockBits;

    public const int BlockBits = 15;

    private readonly System.Threading.Lock gate = new();
    private readonly (CachedFile? File, int Block)[] ring;
    private int hand;

    /// <param name="capacity">In bytes; at least a block is kept.</param>
    public BlockCache(long capacity) => ring = new (CachedFile?, int)[Math.Clamp(capacity / BlockSize, 1, Array.MaxLength)];

    /// <summary>Takes a block in that was just read, and lets another go if there is no room.</summary>
    public void Keep(CachedFile file, int block)
    {
        lock (gate)
        {
            while (ring[hand].File is { } oldest && oldest.TestAndClearUsed(ring[hand].Block))
                hand = (hand + 1) % ring.Length;
            ring[hand].File?.Drop(ring[hand].Block);
            ring[hand] = (file, block);
            hand = (hand + 1) % ring.Length;
        }
    }
}
