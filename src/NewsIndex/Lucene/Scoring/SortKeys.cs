using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Columns;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>Sort keys of the hits of a segment in one order. Greater keys come first; equal keys are ordered by article id.</summary>
/// <param name="recency">Null when the recency boost is off.</param>
internal sealed class SortKeys(HitOrder order, RecencyColumn? recency)
{
    /// <summary>Values of the segment that is entered; empty for relevance.</summary>
    private long[] numbers = [];

    public void Enter(AtomicReader segment)
    {
        recency?.Enter(segment);
        numbers = order switch
        {
            HitOrder.Relevance => [],
            HitOrder.Arrived => SegmentColumns.Of(segment).Arrivals(segment),
            _ => SegmentColumns.Of(segment).SortSeconds(segment),
        };
    }

    /// <summary>Returns the key of an article of the segment, and its score; 0 for orders other than relevance.</summary>
    /// <param name="scorer">Positioned at the article. Not asked for a score that the order does not need.</param>
    public (long Key, float Score) Of(int doc, Scorer scorer)
    {
        if (order == HitOrder.Relevance)
        {
            var score = scorer.GetScore() * (recency?.Of(doc) ?? 1);
            return (RankedHit.KeyOf(score), score);
        }

        return (order switch
        {
            HitOrder.Newest => numbers[doc],
            HitOrder.Arrived => -numbers[doc],
            // Articles without a date are last in both orders by date.
            _ => numbers[doc] is var second && second == long.MinValue ? second : -second,
        }, 0);
    }
}
