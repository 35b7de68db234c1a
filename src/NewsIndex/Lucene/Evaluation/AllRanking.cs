using System.Numerics;
using System.Runtime.Intrinsics;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Ranks articles that have all of some words, which are known.</summary>
internal static class AllRanking
{
    private const int BlocksBetweenCancellationChecks = 256;

    /// <param name="terms">Each scores above 0 wherever it matches.</param>
    /// <param name="offers">Allows only articles with all of the words.</param>
    public static void Collect(TermEvaluator[] terms, HitOffers offers, CancellationToken cancellation)
    {
        var byCost = (TermEvaluator[])terms.Clone();
        Array.Sort(byCost, (one, other) => one.Cost.CompareTo(other.Cost));
        var lead = byCost[0];
        var others = byCost.AsSpan(1);
        var othersMax = 0.0;
        foreach (var other in others)
            othersMax += other.Scoring.MaxScore;
        var levels = LevelRanking.Of(terms, offers);
        var offered = levels?.OfferHighest() ?? OfferBest(lead, terms, offers);
        if (levels?.TryCollect(cancellation) == true)
            return;
        for (var (block, first) = (0, 0); block < lead.Blocks; first = lead.LastDoc(block++) + 1)
        {
            if (block % BlocksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (!offers.CanReach(lead.MaxScoreOf(block) + othersMax) || !offers.AllowsAny(first, lead.LastDoc(block)))
                continue;
            lead.LoadScored(block);
            for (var from = 0; from < lead.Docs.Length; from += Vector256<float>.Count)
            {
                for (var reaching = offers.Reaching(lead.Scores, from, othersMax); reaching != 0; reaching &= reaching - 1)
                {
                    var at = from + BitOperations.TrailingZeroCount(reaching);
                    var doc = lead.Docs[at];
                    if (offers.Allows(doc) && Array.BinarySearch(offered, doc) < 0)
                        Offer(doc, lead.Scores[at], others, othersMax, offers);
                }
            }
        }
    }

    /// <summary>Offers articles in which the rarest word scores most: most others cannot reach what these do.</summary>
    /// <returns>The articles in order.</returns>
    private static int[] OfferBest(TermEvaluator lead, TermEvaluator[] terms, HitOffers offers)
    {
        if (lead.Scoring.Bounds is not { } bounds || offers.Enough is not { } enough)
            return [];
        int[] best = [.. bounds.Best.Select(each => each.Doc).Where(offers.Allows).Take(2 * enough)];
        foreach (var doc in best)
        {
            var sum = 0.0;
            foreach (var term in terms)
                sum += term.ScoreOf(doc);
            offers.Offer(doc, (float)sum);
        }

        Array.Sort(best);
        return best;
    }

    /// <summary>Adds the scores of the other words while the article can still reach; sums are exact in any order.</summary>
    private static void Offer(int doc, float leadScore, ReadOnlySpan<TermEvaluator> others, double othersMax, HitOffers offers)
    {
        var (sum, left) = ((double)leadScore, othersMax);
        foreach (var other in others)
        {
            if (!offers.CanReach(sum + left))
                return;
            sum += other.ScoreOf(doc);
            left -= other.Scoring.MaxScore;
        }

        offers.Offer(doc, (float)sum);
    }
}
