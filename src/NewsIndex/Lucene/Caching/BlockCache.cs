using NewsIndex.Tracing;

namespace NewsIndex.Lucene.Caching;

/// <summary>
/// Bounded cache for blocks of index files with clock eviction (Corbató, "A paging experiment with the Multics system", 1968).
/// </summary>
internal sealed class BlockCache
{
    /// <summary>Size of a block in bytes: most skips in a posting list stay inside one, and a miss costs one system call.</summary>
    public const int BlockSize = 1 << BlockBits;

    public const int BlockBits = 15;

    private readonly StripedCounter hits = new();
    private readonly StripedCounter misses = new();
    private readonly System.Threading.Lock gate = new();
    private readonly (CachedFile? File, int Block)[] ring;
    private int hand;

    /// <param name="capacity">In bytes; at least one block is kept.</param>
    public BlockCache(long capacity) => ring = new (CachedFile?, int)[Math.Clamp(capacity / BlockSize, 1, Array.MaxLength)];

    /// <summary>Blocks that were read from memory.</summary>
    public long Hits => hits.Value;

    /// <summary>Blocks that were read from files.</summary>
    public long Misses => misses.Value;

    /// <summary>False once blocks have to be evicted for others.</summary>
    public bool HasRoom
    {
        get
        {
            lock (gate)
                return ring[hand].File is null;
        }
    }

    public void CountHit() => hits.Increment();

    /// <summary>Adds a block that was just read; evicts another if the cache is full.</summary>
    public void Keep(CachedFile file, int block)
    {
        misses.Increment();
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
