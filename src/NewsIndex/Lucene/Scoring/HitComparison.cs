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
    /// <summary>Hits whose numbers are sorted without an array: more than a window has by default.</summary>
    private const int HitsOnStack = 512;

    /// <summary>Hits with equal keys that are sorted in place.</summary>
    private const int FewTies = 8;

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

    /// <summary>Returns hits in order.</summary>
    public RankedHit[] Sorted(ReadOnlySpan<RankedHit> hits)
    {
        var sorted = new RankedHit[hits.Length];
        if (!TrySortByScores(hits, sorted))
            SortByKeys(hits, sorted);
        for (var (first, end) = (0, 0); first < sorted.Length; first = end)
        {
            while (end < sorted.Length && sorted[end].SortKey == sorted[first].SortKey)
                end++;
            if (end - first > 1)
                SortById(sorted, first, end - first);
        }

        return sorted;
    }

    /// <summary>Sorts by numbers of a key and a place each: one array of numbers is sorted fastest.</summary>
    /// <returns>False for keys that are no scores.</returns>
    private static bool TrySortByScores(ReadOnlySpan<RankedHit> hits, Span<RankedHit> sorted)
    {
        Span<ulong> numbers = hits.Length <= HitsOnStack ? stackalloc ulong[hits.Length] : new ulong[hits.Length];
        var (bits, before, isSorted) = (0L, 0UL, true);
        for (var i = 0; i < hits.Length; i++)
        {
            bits |= hits[i].SortKey;
            var number = ((ulong)(int.MaxValue - hits[i].SortKey) << 32) | (uint)i;
            isSorted &= number >= before;
            numbers[i] = before = number;
        }

        if ((bits & ~int.MaxValue) != 0)
            return false;
        if (!isSorted)
            numbers.Sort();
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = hits[(int)(uint)numbers[i]];
        return true;
    }

    private static void SortByKeys(ReadOnlySpan<RankedHit> hits, RankedHit[] sorted)
    {
        hits.CopyTo(sorted);
        Array.Sort(Array.ConvertAll(sorted, hit => ~hit.SortKey), sorted);
    }

    /// <summary>Sorts hits with equal keys; many by the numbers of their ids, which those of one segment have.</summary>
    private void SortById(RankedHit[] hits, int first, int count)
    {
        var same = hits.AsSpan(first, count);
        if (count <= FewTies)
        {
            SortFew(same);
            return;
        }

        if (segments.Count > 1)
        {
            Array.Sort(hits, first, count, this);
            return;
        }

        var numbers = new int[count];
        for (var i = 0; i < count; i++)
            numbers[i] = Ordinal(same[i].Segment, same[i].Doc);
        numbers.AsSpan().Sort(same);
    }

    /// <summary>Sorts by insertion: articles of one length that have a word once come in pairs and triples.</summary>
    private void SortFew(Span<RankedHit> hits)
    {
        for (var i = 1; i < hits.Length; i++)
        {
            var (hit, at) = (hits[i], i);
            for (; at > 0 && Compare(hit, hits[at - 1]) < 0; at--)
                hits[at] = hits[at - 1];
            hits[at] = hit;
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
