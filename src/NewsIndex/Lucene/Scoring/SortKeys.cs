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
    /// <summary>Keys of the segment that is entered; not for relevance.</summary>
    private DateKeys dates;

    public void Enter(AtomicReader segment)
    {
        recency?.Enter(segment);
        if (order != HitOrder.Relevance)
            dates = DateKeys.Of(segment, order);
    }

    /// <summary>Returns the key of an article of the segment, and its score; 0 for orders other than relevance.</summary>
    /// <param name="scorer">Positioned at the article. Not asked for a score that the order does not need.</param>
    public (long Key, float Score) Of(int doc, Scorer scorer) =>
        order == HitOrder.Relevance ? OfScore(doc, scorer.GetScore()) : (dates[doc], 0);

    /// <summary>Returns the key and the score of an article in the order of relevance.</summary>
    /// <param name="score">Before the recency boost.</param>
    public (long Key, float Score) OfScore(int doc, float score)
    {
        score *= recency?.Of(doc) ?? 1;
        return (RankedHit.KeyOf(score), score);
    }
}
