using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// What hits are ordered by, in memory: Lucene.NET 4.8 reads doc values from disk one at a time, and a query whose hits all have one score
/// compares every one of them. 4 bytes an article for ids and 8 for dates, read once for each segment when first needed, and let go of with it.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly PerSegment<SegmentColumns> Made = new(_ => new SegmentColumns());

    private int[]? idOrdinals;
    private long[]? sortSeconds;
    private long[]? arrivals;
    private long[]? copyGroups;

    /// <summary>Columns of a segment stay while it is searched, from one commit to the next.</summary>
    public static SegmentColumns Of(AtomicReader segment) => Made.Of(segment);

    /// <summary>By document, the place of its id among the ids of the segment. Two threads may both read it the first time.</summary>
    public int[] IdOrdinals(AtomicReader segment) => idOrdinals ??= ReadOrdinals(segment);

    /// <summary>By document, the second to sort by: see <see cref="IndexFields.SortSecond"/>.</summary>
    public long[] SortSeconds(AtomicReader segment) => sortSeconds ??= ReadNumbers(segment, IndexFields.SortSecond);

    /// <summary>By document, see <see cref="IndexFields.ArrivedAs"/>.</summary>
    public long[] Arrivals(AtomicReader segment) => arrivals ??= ReadNumbers(segment, IndexFields.ArrivedAs);

    /// <summary>By document, a hash of its group of copies; 0 for texts that were replaced.</summary>
    public long[] CopyGroups(AtomicReader segment) => copyGroups ??= ReadGroups(segment);

    private static long[] ReadGroups(AtomicReader segment)
    {
        var groups = new long[segment.MaxDoc];
        if (segment.GetSortedDocValues(IndexFields.CopyGroup) is not { } ids)
            return groups;
        var hashes = new long[ids.ValueCount];
        var id = new BytesRef();
        for (var ordinal = 0; ordinal < hashes.Length; ordinal++)
        {
            ids.LookupOrd(ordinal, id);
            hashes[ordinal] = unchecked((long)IdHash.Of(id.Utf8ToString()));
        }

        for (var doc = 0; doc < groups.Length; doc++)
            groups[doc] = ids.GetOrd(doc) is var ordinal and >= 0 ? hashes[ordinal] : 0;
        return groups;
    }

    private static int[] ReadOrdinals(AtomicReader segment)
    {
        var ids = segment.GetSortedDocValues(IndexFields.Id);
        var ordinals = new int[segment.MaxDoc];
        for (var doc = 0; doc < ordinals.Length; doc++)
            ordinals[doc] = ids.GetOrd(doc);
        return ordinals;
    }

    private static long[] ReadNumbers(AtomicReader segment, string field)
    {
        var numbers = new long[segment.MaxDoc];
        if (segment.GetNumericDocValues(field) is not { } values)
            return numbers;
        for (var doc = 0; doc < numbers.Length; doc++)
            numbers[doc] = values.Get(doc);
        return numbers;
    }
}
