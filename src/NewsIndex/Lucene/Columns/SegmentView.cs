using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Generations;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// A segment as one commit has it: files and columns that commits share, and the documents that this one has not deleted.
/// </summary>
internal sealed class SegmentView : FilterAtomicReader
{
    /// <param name="segment">Held open by the snapshot.</param>
    /// <param name="liveDocs">Null when no document is deleted.</param>
    /// <param name="derived">Of the view of the same segment in another snapshot, or new ones.</param>
    public SegmentView(SegmentReader segment, IBits? liveDocs, int numDocs, DerivedValues derived)
        : base(segment) => (Segment, LiveDocs, NumDocs, Derived) = (segment, liveDocs, numDocs, derived);

    /// <summary>Lucene's own reader, whose deleted documents may be those of another commit.</summary>
    public SegmentReader Segment { get; }

    /// <summary>Columns of the segment.</summary>
    public DerivedValues Derived { get; }

    public override IBits? LiveDocs { get; }

    public override int NumDocs { get; }

    /// <summary>What Lucene caches by segment is shared too.</summary>
    public override object CoreCacheKey => Segment.CoreCacheKey;

    /// <exception cref="ArgumentException">The segment is not of a snapshot.</exception>
    public static SegmentView Of(AtomicReader segment) =>
        segment as SegmentView ?? throw new ArgumentException($"{segment.GetType()} is not a segment of a snapshot", nameof(segment));

    /// <summary>Nothing: the snapshot releases the segment.</summary>
    protected override void DoClose()
    {
    }
}
