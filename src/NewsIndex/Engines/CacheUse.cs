namespace NewsIndex.Engines;

/// <summary>What an open index holds in memory to answer faster, and how often that serves.</summary>
/// <param name="BlockHits">Blocks of index files that were read from memory since the index was opened.</param>
/// <param name="BlockMisses">Blocks that had to be read from the file system.</param>
/// <param name="ProfileBytes">Size of what is kept of frequent terms, in bytes, of the newest generation.</param>
public sealed record CacheUse(long BlockHits, long BlockMisses, long ProfileBytes);
