using NewsIndex.Evaluation;
using NewsIndex.Lucene.Columns;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Ranks hits with equal scores, which come in the order of their ids.</summary>
internal static class ConstantRanking
{
    /// <summary>Time to offer a hit, in articles that are looked for in a set.</summary>
    private const int OfferCost = 8;

    /// <summary>Offers hits by id until enough are found.</summary>
    /// <returns>
    /// False, and offers none, where scores may differ, where offering all hits is faster, or where more than the first may be wanted.
    /// </returns>
    public static bool TryCollect(in SegmentHits hits)
    {
        if (!hits.AreSelected || ScoreOf(hits.Scored) is not { } score)
            return false;
        var (count, offers) = ((long)BitWords.Count(hits.Set), hits.Offers());
        // Hits are spread evenly over the ids, more or less.
        if (offers.Enough is not { } enough || enough * (long)hits.Reader.MaxDoc > OfferCost * count * count)
            return false;
        foreach (var doc in ArticlesById.Of(hits.Reader).Docs)
        {
            if (!BitWords.Contains(hits.Set, doc))
                continue;
            offers.Offer(doc, score);
            if (--enough == 0)
                break;
        }

        return true;
    }

    /// <summary>Returns the score of all matches; null if scores may differ.</summary>
    private static float? ScoreOf(Evaluator scored) => scored.OnlySelects ? 0 : scored is SetEvaluator set ? set.ConstantScore : null;
}
