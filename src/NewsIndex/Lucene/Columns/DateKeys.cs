using Lucene.Net.Index;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Columns;

/// <summary>Sort keys of the articles of a segment in an order by date or arrival; greater keys come first.</summary>
internal readonly struct DateKeys
{
    private readonly HitOrder order;
    private readonly long[] numbers;

    private DateKeys(HitOrder order, long[] numbers) => (this.order, this.numbers) = (order, numbers);

    public long this[int doc] => order switch
    {
        HitOrder.Newest => numbers[doc],
        HitOrder.Arrived => -numbers[doc],
        // Articles without a date are last in both orders by date.
        _ => numbers[doc] is var second && second == long.MinValue ? second : -second,
    };

    /// <param name="order">Any but <see cref="HitOrder.Relevance"/>.</param>
    public static DateKeys Of(AtomicReader segment, HitOrder order) => new(order, order == HitOrder.Arrived
        ? SegmentColumns.Of(segment).Arrivals(segment)
        : SegmentColumns.Of(segment).SortSeconds(segment));
}
