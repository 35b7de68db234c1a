using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Sort values in memory. Lucene.NET 4.8 reads doc values from disk one by one, which is slow for queries whose hits all tie. Takes 4 bytes
/// per article for ids, 8 for dates and 4 for word counts; loaded once per segment on first use and released with it.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly PerSegment<SegmentColumns> Made = new(_ => new SegmentColumns());

    private int[]? idOrdinals;
    private long[]? sortSeconds;
    private long[]? arrivals;
    private long[]? copyGroups;
    private int[]? words;

    /// <summary>Kept while the segment is open, across commits.</summary>
    public static SegmentColumns Of(AtomicReader segment) => Made.Of(segment);

    /// <summary>Ordinal of the id by document; -1 for old revisions. Concurrent first calls may load it twice.</summary>
    public int[] IdOrdinals(AtomicReader segment) => idOrdinals ??= ReadOrdinals(segment);

    /// <summary>Sort second by document: see <see cref="IndexFields.SortSecond"/>.</summary>
    public long[] SortSeconds(AtomicReader segment) => sortSeconds ??= ReadNumbers(segment, IndexFields.SortSecond);

    /// <summary>Arrival number by document: see <see cref="IndexFields.ArrivedAs"/>.</summary>
    public long[] Arrivals(AtomicReader segment) => arrivals ??= ReadNumbers(segment, IndexFields.ArrivedAs);

    /// <summary>Hash of the near-duplicate group by document; 0 for old revisions.</summary>
    public long[] CopyGroups(AtomicReader segment) => copyGroups ??= ReadGroups(segment);

    /// <summary>Words of headline and body by document: see <see cref="IndexFields.WordCount"/>.</summary>
    public int[] Words(AtomicReader segment) => words ??=
        Array.ConvertAll(ReadNumbers(segment, IndexFields.WordCount), number => (int)number);

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
        var ordinals = new int[segment.MaxDoc];
        if (segment.GetSortedDocValues(IndexFields.Id) is not { } ids)
        {
            // A segment of old revisions alone, which have no id to sort by.
            Array.Fill(ordinals, -1);
            return ordinals;
        }

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
