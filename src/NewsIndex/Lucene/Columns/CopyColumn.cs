using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Near-duplicate groups of a generation, numbered from 1 without gaps. The largest segment keeps the numbers that it has alone, so that
/// the next generation costs as much as the other segments have articles. Takes 4 bytes and a bit per article.
/// </summary>
internal sealed class CopyColumn
{
    private static readonly PerGeneration<CopyColumn> Made = new(reader => new CopyColumn(reader));

    private readonly int[][] numbers;
    private readonly FixedBitSet[] copied;
    private readonly int largest;
    private bool isLargestShared = true;

    private CopyColumn(IndexReader reader)
    {
        var segments = reader.Leaves.Select(leaf => leaf.AtomicReader).ToList();
        (numbers, copied) = (new int[segments.Count][], new FixedBitSet[segments.Count]);
        if (segments.Count == 0)
            return;
        largest = Enumerable.Range(0, segments.Count).MaxBy(i => segments[i].MaxDoc);
        var alone = SegmentCopies.Of(segments[largest]);
        (numbers[largest], copied[largest], Groups) = (alone.Numbers, alone.Copied, alone.Groups);
        var firsts = new Dictionary<long, (int Segment, int Doc)>();
        for (var i = 0; i < segments.Count; i++)
        {
            if (i == largest)
                continue;
            (numbers[i], copied[i]) = (new int[segments[i].MaxDoc], new FixedBitSet(segments[i].MaxDoc));
            Add(segments[i], i, segments[largest], firsts);
        }
    }

    /// <summary>Number of groups with at least two articles.</summary>
    public int Groups { get; private set; }

    public static CopyColumn Of(IndexReader reader) => Made.Of(reader);

    /// <summary>Returns the live articles of a segment that have near-duplicates.</summary>
    public FixedBitSet Copied(AtomicReaderContext segment) => copied[segment.Ord];

    /// <summary>Returns the group numbers of a segment by document; 0 for an article without near-duplicates.</summary>
    public int[] Numbers(AtomicReaderContext segment) => numbers[segment.Ord];

    /// <param name="firsts">An article of each group that the largest segment does not have.</param>
    private void Add(AtomicReader segment, int number, AtomicReader largestSegment, Dictionary<long, (int Segment, int Doc)> firsts)
    {
        var groups = SegmentColumns.Of(segment).CopyGroups(segment);
        var (known, liveInLargest, live) = (SegmentGroups.Of(largestSegment), largestSegment.LiveDocs, segment.LiveDocs);
        for (var doc = 0; doc < groups.Length; doc++)
        {
            if (groups[doc] == 0 || live?.Get(doc) == false)
                continue;
            if (known.Find(groups[doc], liveInLargest) is var same and >= 0)
                Join((number, doc), (largest, same));
            else if (!firsts.TryAdd(groups[doc], (number, doc)))
                Join((number, doc), firsts[groups[doc]]);
        }
    }

    /// <summary>Gives an article the group number of another.</summary>
    private void Join((int Segment, int Doc) article, (int Segment, int Doc) other)
    {
        if (numbers[other.Segment][other.Doc] == 0)
            Set(other, ++Groups);
        Set(article, numbers[other.Segment][other.Doc]);
    }

    private void Set((int Segment, int Doc) article, int group)
    {
        if (article.Segment == largest && isLargestShared)
        {
            (numbers[largest], copied[largest]) = ((int[])numbers[largest].Clone(), copied[largest].Clone());
            isLargestShared = false;
        }

        numbers[article.Segment][article.Doc] = group;
        copied[article.Segment].Set(article.Doc);
    }
}
