using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Near-duplicate groups of a generation, numbered from 1 without gaps. Takes 4 bytes and a bit per article; computed by one pass over a
/// column of hashes.
/// </summary>
internal sealed class CopyColumn
{
    private static readonly PerGeneration<CopyColumn> Made = new(reader => new CopyColumn(reader));

    private readonly int[][] numbers;
    private readonly FixedBitSet[] copied;

    private CopyColumn(IndexReader reader)
    {
        var (seen, several) = (new HashSet<long>(), new Dictionary<long, int>());
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            var groups = SegmentColumns.Of(segment).CopyGroups(segment);
            for (var doc = 0; doc < groups.Length; doc++)
            {
                if (groups[doc] != 0 && segment.LiveDocs?.Get(doc) != false && !seen.Add(groups[doc]))
                    several.TryAdd(groups[doc], several.Count + 1);
            }
        }

        Groups = several.Count;
        numbers = [.. reader.Leaves.Select(leaf => NumbersOf(leaf.AtomicReader, several))];
        copied = [.. numbers.Select(Members)];
    }

    /// <summary>Number of groups with at least two articles.</summary>
    public int Groups { get; }

    public static CopyColumn Of(IndexReader reader) => Made.Of(reader);

    /// <summary>Returns the articles of a segment that have near-duplicates.</summary>
    public FixedBitSet Copied(AtomicReaderContext segment) => copied[segment.Ord];

    /// <summary>Returns the group numbers of a segment by document; 0 for an article without near-duplicates.</summary>
    public int[] Numbers(AtomicReaderContext segment) => numbers[segment.Ord];

    private static int[] NumbersOf(AtomicReader segment, Dictionary<long, int> several)
    {
        var groups = SegmentColumns.Of(segment).CopyGroups(segment);
        return Array.ConvertAll(groups, group => several.GetValueOrDefault(group));
    }

    private static FixedBitSet Members(int[] numbers)
    {
        var members = new FixedBitSet(numbers.Length);
        for (var doc = 0; doc < numbers.Length; doc++)
        {
            if (numbers[doc] != 0)
                members.Set(doc);
        }

        return members;
    }
}
