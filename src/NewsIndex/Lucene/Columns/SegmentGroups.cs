using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Finds the articles of a near-duplicate group in a segment, deleted ones included. Takes 6 to 12 bytes per article; computed by one pass
/// over a column of hashes.
/// </summary>
internal sealed class SegmentGroups
{
    private static readonly PerSegment<SegmentGroups> Made =
        new(segment => new SegmentGroups(SegmentColumns.Of(segment).CopyGroups(segment)));

    private readonly long[] groups;

    /// <summary>Hash table of the first document of each group, plus one; 0 is a free slot.</summary>
    private readonly int[] firsts;

    private readonly Dictionary<long, List<int>> several = [];

    private SegmentGroups(long[] groups)
    {
        this.groups = groups;
        firsts = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(groups.Length + (groups.Length / 2) + 1))];
        for (var doc = 0; doc < groups.Length; doc++)
        {
            if (groups[doc] != 0)
                Add(doc);
        }
    }

    /// <summary>Documents of each group that has several in the segment.</summary>
    public IEnumerable<IReadOnlyList<int>> Several => several.Values;

    public static SegmentGroups Of(AtomicReader segment) => Made.Of(segment);

    /// <summary>Returns a live article of a group; -1 for none.</summary>
    /// <param name="group">Hash of the group.</param>
    /// <param name="live">Null when no document is deleted.</param>
    public int Find(long group, IBits? live)
    {
        if (several.TryGetValue(group, out var docs))
            return live is null ? docs[0] : docs.FindIndex(live.Get) is var at and >= 0 ? docs[at] : -1;
        return firsts[SlotOf(group)] - 1 is var doc and >= 0 && live?.Get(doc) != false ? doc : -1;
    }

    private void Add(int doc)
    {
        ref var first = ref firsts[SlotOf(groups[doc])];
        if (first == 0)
            first = doc + 1;
        else if (several.TryGetValue(groups[doc], out var docs))
            docs.Add(doc);
        else
            several[groups[doc]] = [first - 1, doc];
    }

    /// <summary>Returns the slot of a group, or a free one. Ids are hashed well enough to be used as they are.</summary>
    private int SlotOf(long group)
    {
        var slot = (int)group & (firsts.Length - 1);
        while (firsts[slot] != 0 && groups[firsts[slot] - 1] != group)
            slot = (slot + 1) & (firsts.Length - 1);
        return slot;
    }
}
