using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>Keeps the first hits up to a capacity, in a binary heap with the last of them on top.</summary>
/// <param name="capacity">0 or more.</param>
internal sealed class HitHeap(HitComparison order, int capacity)
{
    private const int InitialCapacity = 256;

    private RankedHit[] heap = new RankedHit[Math.Min(capacity, InitialCapacity)];
    private int count;
    private (RankedHit Last, int Segment, int Ordinal)? ordinalOfLast;

    /// <summary>False for a heap of no hits.</summary>
    public bool CanKeep => capacity > 0;

    /// <summary>Returns the hits in order.</summary>
    public RankedHit[] InOrder()
    {
        var hits = heap[..count];
        order.Sort(hits);
        return hits;
    }

    /// <summary>
    /// The least key with which a hit may enter, by its id if it ties: <see cref="long.MinValue"/> while there is room.
    /// </summary>
    public long LeastKey => capacity == 0 ? long.MaxValue : count < capacity ? long.MinValue : heap[0].SortKey;

    /// <summary>Returns false if a hit cannot enter the heap; a cheap test before the hit is created.</summary>
    public bool Refuses(long key, int segment, int doc) =>
        capacity == 0
        || (count == capacity
            && (key < heap[0].SortKey || (key == heap[0].SortKey && order.Ordinal(segment, doc) > OrdinalOfLast(segment))));

    /// <returns>The evicted or rejected hit; null if there was room.</returns>
    public RankedHit? Offer(in RankedHit hit)
    {
        if (count < capacity)
        {
            Append(hit);
            return null;
        }

        if (capacity == 0 || !order.ComesBefore(hit, heap[0]))
            return hit;
        var last = heap[0];
        SiftDown(hit);
        return last;
    }

    /// <summary>Ordinal of the last hit's id in a segment; ties are then broken by comparing numbers.</summary>
    private int OrdinalOfLast(int segment)
    {
        if (ordinalOfLast is not { } known || known.Last != heap[0] || known.Segment != segment)
        {
            ordinalOfLast = known = (heap[0], segment,
                heap[0].Segment == segment ? order.Ordinal(segment, heap[0].Doc) : order.OrdinalOf(order.IdOf(heap[0]), segment));
        }

        return known.Ordinal;
    }

    private void Append(in RankedHit hit)
    {
        if (count == heap.Length)
            Array.Resize(ref heap, Math.Min(capacity, 2 * count));
        SiftUp(hit, count++);
    }

    /// <summary>Puts a hit at a free place or above it.</summary>
    private void SiftUp(in RankedHit hit, int free)
    {
        for (var parent = (free - 1) / 2; free > 0 && order.ComesBefore(heap[parent], hit); parent = (free - 1) / 2)
        {
            heap[free] = heap[parent];
            free = parent;
        }

        heap[free] = hit;
    }

    /// <summary>Puts a hit in the place of the last, or below it.</summary>
    private void SiftDown(in RankedHit hit)
    {
        var free = 0;
        for (var child = 1; child < count; child = (2 * free) + 1)
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
