using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Finds a page of a set of articles in an order by date or arrival, near-duplicates included: walks all articles in that order from the
/// cursor on until the page is full.
/// </summary>
/// <remarks>
/// The walk visits n·k/m of n articles for a page of k among m evenly distributed hits. Where that is more than the hits themselves, or
/// proves to be, the hits are compared instead; no distribution costs more than twice that.
/// </remarks>
internal sealed class DatedArticles
{
    private const int LooksBetweenCancellationChecks = 65_536;

    /// <summary>Steps of the walk that cost as much as the comparison of one hit.</summary>
    private const int StepsPerHit = 2;

    private readonly HitOrder order;
    private readonly int count;
    private readonly PageCursor? after;
    private readonly CancellationToken cancellation;
    private readonly HitComparison comparison;
    private readonly HitHeap page;

    /// <param name="order">Any but <see cref="HitOrder.Relevance"/>.</param>
    /// <param name="count">Maximum hits of the page.</param>
    /// <param name="after">Last hit of the previous page; null for the first page.</param>
    public DatedArticles(IndexReader reader, HitOrder order, int count, PageCursor? after, CancellationToken cancellation)
    {
        (this.order, this.count, this.after, this.cancellation) = (order, count, after, cancellation);
        comparison = new HitComparison(reader);
        page = new HitHeap(comparison, count);
    }

    /// <summary>Compares hits by key and id.</summary>
    public HitComparison Order => comparison;

    /// <summary>Adds the hits of a segment.</summary>
    /// <param name="found">Live articles of the segment.</param>
    public void Add(AtomicReaderContext segment, FixedBitSet found)
    {
        var hits = CountOf(found);
        if (hits == 0 || count == 0)
            return;
        var (docs, keys) = (ArticleOrder.Of(segment.AtomicReader, order).Docs, DateKeys.Of(segment.AtomicReader, order));
        var place = after is null ? 0 : PlaceAfter(docs, keys, segment.Ord, after.SortKey, comparison.OrdinalOf(after.Id, segment.Ord));
        if ((long)docs.Length * count > (long)hits * hits * StepsPerHit || !Walk(docs, keys, segment.Ord, found, hits, ref place))
            Compare(docs, keys, segment.Ord, found, place);
    }

    /// <summary>Returns the hits of the page in order. They have no score.</summary>
    public RankedHit[] InOrder() => page.InOrder();

    /// <param name="place">The first place to look at; after the call, the first that was not.</param>
    /// <returns>False if the walk became longer than a comparison of the hits.</returns>
    private bool Walk(int[] docs, DateKeys keys, int segment, FixedBitSet found, int hits, ref int place)
    {
        var words = found.GetBits();
        var end = (int)Math.Min(docs.Length, place + ((long)hits * StepsPerHit));
        for (; place < end; place++)
        {
            if (place % LooksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            var doc = docs[place];
            if ((words[doc >> 6] & (1L << doc)) == 0)
                continue;
            if (page.Refuses(keys[doc], segment, doc))
                return true;
            page.Offer(new RankedHit(keys[doc], 0, doc, segment));
        }

        return place == docs.Length;
    }

    /// <summary>Compares all hits from a place on.</summary>
    private void Compare(int[] docs, DateKeys keys, int segment, FixedBitSet found, int place)
    {
        cancellation.ThrowIfCancellationRequested();
        if (place == docs.Length)
            return;
        var first = docs[place];
        var words = found.GetBits();
        for (var word = 0; word < FixedBitSet.Bits2words(found.Length); word++)
        {
            for (var left = (ulong)words[word]; left != 0; left &= left - 1)
            {
                var doc = (word << 6) + BitOperations.TrailingZeroCount(left);
                var key = keys[doc];
                if (!page.Refuses(key, segment, doc) && !IsBefore(keys, segment, doc, first))
                    page.Offer(new RankedHit(key, 0, doc, segment));
            }
        }
    }

    /// <summary>Compares as <see cref="ArticleOrder"/> does.</summary>
    private bool IsBefore(DateKeys keys, int segment, int doc, int other)
    {
        if (keys[doc] != keys[other])
            return keys[doc] > keys[other];
        var (id, otherId) = (comparison.Ordinal(segment, doc), comparison.Ordinal(segment, other));
        return id != otherId ? id < otherId : doc < other;
    }

    /// <summary>Returns the first place behind a cursor.</summary>
    private int PlaceAfter(int[] docs, DateKeys keys, int segment, long key, int ordinal)
    {
        var (low, high) = (0, docs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var doc = docs[middle];
            if (keys[doc] < key || (keys[doc] == key && comparison.Ordinal(segment, doc) > ordinal))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private static int CountOf(FixedBitSet found)
    {
        var count = 0;
        foreach (var word in found.GetBits().AsSpan(0, FixedBitSet.Bits2words(found.Length)))
            count += BitOperations.PopCount((ulong)word);
        return count;
    }
}
