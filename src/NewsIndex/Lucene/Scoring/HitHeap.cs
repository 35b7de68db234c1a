using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Keeps the first hits up to a capacity, in a binary heap with the last of them on top. Hits are put into the order of the heap when the
/// first has to leave: many a query offers its hits in order.
/// </summary>
/// <param name="capacity">0 or more.</param>
internal sealed class HitHeap(HitComparison order, int capacity)
{
    private const int InitialCapacity = 256;

    private RankedHit[] heap = new RankedHit[Math.Min(capacity, InitialCapacity)];
    private int count;

    /// <summary>False while hits are in the order in which they came.</summary>
    private bool isHeap;

    /// <summary>Place of the last hit of a full heap; -1 while it is not known.</summary>
    private int placeOfLast = -1;
    private (RankedHit Last, int Segment, int Ordinal)? ordinalOfLast;

    /// <summary>False for a heap of no hits.</summary>
    public bool CanKeep => capacity > 0;

    /// <summary>Returns the hits in order.</summary>
    public RankedHit[] InOrder() => order.Sorted(heap.AsSpan(0, count));

    /// <summary>
    /// The least key with which a hit may enter, by its id if it ties: <see cref="long.MinValue"/> while there is room.
    /// </summary>
    public long LeastKey => capacity == 0 ? long.MaxValue : count < capacity ? long.MinValue : Last.SortKey;

    /// <summary>Returns false if a hit cannot enter the heap; a cheap test before the hit is created.</summary>
    public bool Refuses(long key, int segment, int doc) =>
        capacity == 0
        || (count == capacity
            && (key < Last.SortKey || (key == Last.SortKey && order.Ordinal(segment, doc) > OrdinalOfLast(segment))));

    /// <returns>The evicted or rejected hit; null if there was room.</returns>
    public RankedHit? Offer(in RankedHit hit)
    {
        if (count < capacity)
        {
            Append(hit);
            return null;
        }

        if (capacity == 0 || !order.ComesBefore(hit, Last))
            return hit;
        if (!isHeap)
            MakeHeap();
        var last = heap[0];
        SiftDown(hit, 0);
        return last;
    }

    /// <summary>The last of the hits. Only for a full heap of some.</summary>
    private ref readonly RankedHit Last
    {
        get
        {
            if (placeOfLast < 0)
                FindLast();
            return ref heap[placeOfLast];
        }
    }

    /// <summary>Ordinal of the last hit's id in a segment; ties are then broken by comparing numbers.</summary>
    private int OrdinalOfLast(int segment)
    {
        ref readonly var last = ref Last;
        if (ordinalOfLast is not { } known || known.Last != last || known.Segment != segment)
        {
            ordinalOfLast = known = (last, segment,
                last.Segment == segment ? order.Ordinal(segment, last.Doc) : order.OrdinalOf(order.IdOf(last), segment));
        }

        return known.Ordinal;
    }

    private void Append(in RankedHit hit)
    {
        if (count == heap.Length)
            Array.Resize(ref heap, Math.Min(capacity, 2 * count));
        heap[count++] = hit;
    }

    private void FindLast()
    {
        placeOfLast = 0;
        for (var place = 1; place < count; place++)
        {
            if (order.ComesBefore(heap[placeOfLast], heap[place]))
                placeOfLast = place;
        }
    }

    private void MakeHeap()
    {
        for (var place = (count / 2) - 1; place >= 0; place--)
            SiftDown(heap[place], place);
        (isHeap, placeOfLast) = (true, 0);
    }

    /// <summary>Puts a hit at a free place, or below it.</summary>
    private void SiftDown(RankedHit hit, int free)
    {
        for (var child = (2 * free) + 1; child < count; child = (2 * free) + 1)
        {
            if (child + 1 < count && order.ComesBefore(heap[child], heap[child + 1]))
                child++;
            if (!order.ComesBefore(hit, heap[child]))
                break;
            heap[free] = heap[child];
            free = child;
        }

        heap[free] = hit;
    }
}
