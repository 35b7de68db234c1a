using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>Which articles of a generation have copies. Looked up once: by one pass over a number for each article.</summary>
internal sealed class CopyColumn
{
    private static readonly PerGeneration<CopyColumn> Made = new(reader => new CopyColumn(reader));

    private readonly FixedBitSet[] copied;

    private CopyColumn(IndexReader reader)
    {
        var (seen, several) = (new HashSet<long>(), new HashSet<long>());
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            var groups = SegmentColumns.Of(segment).CopyGroups(segment);
            for (var doc = 0; doc < groups.Length; doc++)
            {
                if (groups[doc] != 0 && segment.LiveDocs?.Get(doc) != false && !seen.Add(groups[doc]))
                    several.Add(groups[doc]);
            }
        }

        copied = [.. reader.Leaves.Select(leaf => Members(leaf.AtomicReader, several))];
    }

    public static CopyColumn Of(IndexReader reader) => Made.Of(reader);

    public FixedBitSet Copied(AtomicReaderContext segment) => copied[segment.Ord];

    public static long GroupOf(AtomicReaderContext segment, int doc) => SegmentColumns.Of(segment.AtomicReader).CopyGroups(segment.AtomicReader)[doc];

    private static FixedBitSet Members(AtomicReader segment, HashSet<long> several)
    {
        var groups = SegmentColumns.Of(segment).CopyGroups(segment);
        var members = new FixedBitSet(segment.MaxDoc);
        for (var doc = 0; doc < groups.Length; doc++)
        {
            if (several.Contains(groups[doc]))
                members.Set(doc);
        }

        return members;
    }
}
