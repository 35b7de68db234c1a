namespace NewsIndex.Lucene.Schema;

/// <summary>Version of the index format, common to all backends.</summary>
public static class IndexFormat
{
    /// <summary>Increased when an older index would answer differently; opening an index of another version fails.</summary>
    public const int Version = 9;

    /// <summary>Earliest version that an upgrade reads: its stored articles have all that later versions need.</summary>
    public const int OldestUpgradable = 8;
}
