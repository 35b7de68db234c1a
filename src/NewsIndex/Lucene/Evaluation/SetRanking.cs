using System.Numerics;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Scores all hits, many at a time: for queries without bounds, and for few hits.</summary>
internal static class SetRanking
{
    private const int Batch = 128;
    private const int WordsBetweenCancellationChecks = 64;

    /// <summary>Postings that are read through in the time that one article is looked up.</summary>
    private const int PostingsPerLookUp = 10;

    /// <returns>False, and offers none, for hits that are not selected.</returns>
    public static bool TryCollect(in SegmentHits hits)
    {
        if (!hits.AreSelected)
            return false;
        Collect(hits.Scored, hits.Set, hits.OffersOfHits(), hits.Cancellation);
        return true;
    }

    /// <summary>Collects hits of any of some parts that are so few beside the postings of these that look-ups are faster.</summary>
    /// <returns>False, and offers none, for other hits.</returns>
    public static bool TryCollectFew(in SegmentHits hits) =>
        hits is { AreSelected: true, Scored: AnyEvaluator any }
        && BitWords.Count(hits.Set) * PostingsPerLookUp < any.Cost
        && TryCollect(hits);

    private static void Collect(Evaluator evaluator, ReadOnlySpan<long> hits, HitOffers offers, CancellationToken cancellation)
    {
        Span<int> docs = stackalloc int[Batch];
        Span<float> scores = stackalloc float[Batch];
        var count = 0;
        for (var word = 0; word < hits.Length; word++)
        {
            if (word % WordsBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            for (var left = (ulong)hits[word]; left != 0; left &= left - 1)
            {
                docs[count++] = (word * BitWords.Size) + BitOperations.TrailingZeroCount(left);
                if (count < Batch)
                    continue;
                Offer(evaluator, docs, scores, offers);
                count = 0;
            }
        }

        Offer(evaluator, docs[..count], scores, offers);
    }

    private static void Offer(Evaluator evaluator, ReadOnlySpan<int> docs, Span<float> scores, HitOffers offers)
    {
        evaluator.ScoreMatches(docs, scores);
        offers.Offer(docs, scores);
    }
}
