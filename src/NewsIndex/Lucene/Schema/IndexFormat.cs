namespace NewsIndex.Lucene.Schema;

/// <summary>What every backend agrees on.</summary>
public static class IndexFormat
{
    /// <summary>Raised whenever an index built before cannot answer as one built now; such an index is refused and has to be built again.</summary>
    public const int Version = 6;
}
