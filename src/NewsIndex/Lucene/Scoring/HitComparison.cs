using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Orders hits by their keys and ties by article id, not by document number, so that pages do not depend on the history of the index.
/// </summary>
internal sealed class HitComparison(IndexReader reader) : IComparer<RankedHit>
{
    private readonly IList<AtomicReaderContext> segments = reader.Leaves;
    private readonly int[]?[] ordinals = new int[reader.Leaves.Count][];
    private readonly SortedDocValues?[] ids = new SortedDocValues[reader.Leaves.Count];
    private readonly BytesRef read = new();

    /// <summary>Negative when <paramref name="x"/> comes first.</summary>
    public int Compare(RankedHit x, RankedHit y)
    {
        if (x.SortKey != y.SortKey)
            return x.SortKey > y.SortKey ? -1 : 1;
        return x.Segment == y.Segment ? Ordinal(x.Segment, x.Doc).CompareTo(Ordinal(y.Segment, y.Doc)) : Id(x).CompareTo(Id(y));
    }

    /// <summary>Keys tell nearly always, and are compared where the method is called.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ComesBefore(in RankedHit x, in RankedHit y) =>
        x.SortKey != y.SortKey ? x.SortKey > y.SortKey : Compare(x, y) < 0;

    /// <summary>Puts hits in order.</summary>
    public void Sort(RankedHit[] hits)
    {
        if (segments.Count == 1 && Array.TrueForAll(hits, hit => hit.SortKey is >= 0 and <= int.MaxValue))
            SortInSegment(hits);
        else
            SortByKeys(hits);
    }

    /// <summary>Sorts by one number that tells all, scores before ids: only ids of one segment have comparable numbers.</summary>
    private void SortInSegment(RankedHit[] hits)
    {
        var (unsorted, keys, places) = (hits.AsSpan().ToArray(), new ulong[hits.Length], new int[hits.Length]);
        for (var i = 0; i < hits.Length; i++)
            (keys[i], places[i]) = ((ulong)(int.MaxValue - hits[i].SortKey) << 32 | (uint)Ordinal(hits[i].Segment, hits[i].Doc), i);
        Array.Sort(keys, places);
        for (var i = 0; i < hits.Length; i++)
            hits[i] = unsorted[places[i]];
    }

    private void SortByKeys(RankedHit[] hits)
    {
        // Numbers are sorted without a call for each comparison.
        var keys = Array.ConvertAll(hits, hit => ~hit.SortKey);
        Array.Sort(keys, hits);
        for (var (first, end) = (0, 0); first < hits.Length; first = end)
        {
            while (end < hits.Length && keys[end] == keys[first])
                end++;
            if (end - first > 1)
                Array.Sort(hits, first, end - first, this);
        }
    }

    /// <summary>Returns false for a hit up to a cursor.</summary>
    /// <param name="after">Null for the beginning.</param>
    public bool Follows(RankedHit hit, PageCursor? after) => after is null || hit.SortKey < after.SortKey
        || (hit.SortKey == after.SortKey && Ordinal(hit.Segment, hit.Doc) > OrdinalOf(after.Id, hit.Segment));

    /// <summary>Returns the ordinal of an article's id among the ids of its segment.</summary>
    public int Ordinal(int segment, int doc) => (ordinals[segment] ??= OrdinalsOf(segment))[doc];

    /// <summary>Returns the ordinal of an id in a segment; if the segment does not have it, that of the last smaller id, or -1.</summary>
    public int OrdinalOf(string id, int segment)
    {
        // A segment of old revisions alone has no ids.
        if (segments[segment].AtomicReader.GetSortedDocValues(IndexFields.Id) is not { } ids)
            return -1;
        var ordinal = ids.LookupTerm(new BytesRef(id));
        return ordinal >= 0 ? ordinal : -ordinal - 2;
    }

    public string IdOf(RankedHit hit)
    {
        Read(hit, read);
        // BytesRef makes two other objects on the way.
        return Encoding.UTF8.GetString(read.Bytes, read.Offset, read.Length);
    }

    private int[] OrdinalsOf(int segment) => SegmentColumns.Of(segments[segment].AtomicReader).IdOrdinals(segments[segment].AtomicReader);

    private BytesRef Id(RankedHit hit)
    {
        var id = new BytesRef();
        Read(hit, id);
        return id;
    }

    private void Read(RankedHit hit, BytesRef id) =>
        (ids[hit.Segment] ??= segments[hit.Segment].AtomicReader.GetSortedDocValues(IndexFields.Id))
            .LookupOrd(Ordinal(hit.Segment, hit.Doc), id);
}
