using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The segments of a generation: the large ones, which a commit of a few articles leaves as they are, and the small ones, which it merges
/// with its own.
/// </summary>
internal sealed class SegmentsBySize
{
    /// <summary>A segment is large from this part of the documents on.</summary>
    private const int LargePart = 16;

    private readonly int articles;

    private SegmentsBySize(IndexReader reader)
    {
        articles = reader.MaxDoc;
        var segments = reader.Leaves.Select(leaf => leaf.AtomicReader).ToLookup(IsLarge);
        (Large, Small) = ([.. segments[true]], [.. segments[false]]);
    }

    /// <summary>In the order of the generation. Of many segments of one size, none is large.</summary>
    public IReadOnlyList<AtomicReader> Large { get; }

    /// <summary>In the order of the generation.</summary>
    public IReadOnlyList<AtomicReader> Small { get; }

    /// <param name="reader">Reader of a snapshot.</param>
    public static SegmentsBySize Of(IndexReader reader) => new(reader);

    public bool IsLarge(AtomicReader segment) => IsLarge(segment.MaxDoc, articles);

    /// <summary>True for a segment that is left as it is when small ones are merged.</summary>
    /// <param name="all">Documents of all segments.</param>
    public static bool IsLarge(int documents, long all) => (long)documents * LargePart >= all;
}
