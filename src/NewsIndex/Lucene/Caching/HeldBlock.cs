namespace NewsIndex.Lucene.Caching;

/// <summary>
/// The block of a file that a reader read last: neighbouring ranges are then read without asking the cache, and counted there once. Blocks
/// do not change, and stay valid when the cache evicts them.
/// </summary>
internal struct HeldBlock
{
    private int number;
    private byte[]? bytes;

    /// <summary>Returns the bytes of a block.</summary>
    /// <param name="file">Always the same.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[] Of(CachedFile file, int block)
    {
        if (bytes is null || number != block)
            (bytes, number) = (file.Block(block), block);
        return bytes;
    }
}
