using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Generations;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// A segment as one commit sees it: shared files and columns with the live documents of that commit. Under a scope, its live documents and
/// its terms are those of the visible articles.
/// </summary>
internal sealed class SegmentView : FilterAtomicReader
{
    /// <param name="segment">Kept open by the snapshot.</param>
    /// <param name="liveDocs">Null when no document is deleted.</param>
    /// <param name="derived">Values of the same segment in another snapshot, or new ones.</param>
    public SegmentView(SegmentReader segment, IBits? liveDocs, int numDocs, DerivedValues derived)
        : base(segment) => (Segment, LiveDocs, NumDocs, Derived) = (segment, liveDocs, numDocs, derived);

    private SegmentView(SegmentView whole, FixedBitSet visible)
        : this(whole.Segment, visible, visible.Cardinality, whole.Derived) => (this.whole, Visible) = (whole, visible);

    /// <summary>Null for the whole segment itself.</summary>
    private readonly SegmentView? whole;

    /// <summary>The same segment without a scope.</summary>
    public SegmentView Whole => whole ?? this;

    /// <summary>The documents that the scope shows; null without a scope.</summary>
    public FixedBitSet? Visible { get; }

    /// <summary>Lucene's reader, whose deleted documents may be those of another commit.</summary>
    public SegmentReader Segment { get; }

    /// <summary>Columns of the segment.</summary>
    public DerivedValues Derived { get; }

    public override IBits? LiveDocs { get; }

    public override int NumDocs { get; }

    public override Fields Fields => Visible is null || base.Fields is not { } fields ? base.Fields : new VisibleFields(fields, Visible);

    /// <summary>Shared, so that Lucene's caches by segment are shared too.</summary>
    public override object CoreCacheKey => Segment.CoreCacheKey;

    /// <exception cref="ArgumentException">The segment does not belong to a snapshot.</exception>
    public static SegmentView Of(AtomicReader segment) =>
        segment as SegmentView ?? throw new ArgumentException($"{segment.GetType()} is not a segment of a snapshot", nameof(segment));

    /// <summary>Returns the segment under a scope.</summary>
    /// <param name="visible">Live documents that the scope shows.</param>
    public SegmentView Within(FixedBitSet visible) => new(Whole, visible);

    /// <summary>Does nothing: the snapshot releases the segment.</summary>
    protected override void DoClose()
    {
    }
}
