namespace NewsIndex.Lucene.Schema;

/// <summary>Version of the index format, common to all backends.</summary>
public static class IndexFormat
{
    /// <summary>Increased when an older index would answer differently; opening an index of another version fails.</summary>
    public const int Version = 9;
}
