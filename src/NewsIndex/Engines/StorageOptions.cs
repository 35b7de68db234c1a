using System.ComponentModel.DataAnnotations;

namespace NewsIndex.Engines;

/// <summary>Memory that an engine takes for the files of an index.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// Maximum size of the block cache for index files, in MB. Other blocks, and the texts of articles, are read from the operating
    /// system's cache or from disk. 1 to 1,000,000; default 256.
    /// </summary>
    [Range(1, 1_000_000)]
    public int CacheMegabytes { get; set; } = 256;

    /// <summary>Memory for articles that are not yet written to disk, in MB. 16 to 2,000; default 256.</summary>
    [Range(16, 2000)]
    public int WriteBufferMegabytes { get; set; } = 256;
}
