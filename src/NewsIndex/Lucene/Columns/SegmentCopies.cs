using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>Near-duplicates among the live articles of a segment. Takes 4 bytes and a bit per article.</summary>
internal sealed class SegmentCopies
{
    private static readonly PerLiveDocs<SegmentCopies> Made = new(segment => new SegmentCopies(segment));

    private SegmentCopies(AtomicReader segment)
    {
        (Numbers, Copied) = (new int[segment.MaxDoc], new FixedBitSet(segment.MaxDoc));
        var live = segment.LiveDocs;
        foreach (var docs in SegmentGroups.Of(segment).Several)
        {
            if (docs.Count(doc => live?.Get(doc) != false) < 2)
                continue;
            Groups++;
            foreach (var doc in docs.Where(doc => live?.Get(doc) != false))
            {
                Numbers[doc] = Groups;
                Copied.Set(doc);
            }
        }
    }

    /// <summary>Number of groups with at least two live articles in the segment.</summary>
    public int Groups { get; }

    /// <summary>Group numbers from 1 by document; 0 for an article without near-duplicates in the segment. Must not be changed.</summary>
    public int[] Numbers { get; }

    /// <summary>Articles with a group number. Must not be changed.</summary>
    public FixedBitSet Copied { get; }

    public static SegmentCopies Of(AtomicReader segment) => Made.Of(segment);
}
