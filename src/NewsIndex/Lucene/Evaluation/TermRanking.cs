namespace NewsIndex.Lucene.Evaluation;

/// <summary>Ranks the articles of one word.</summary>
internal static class TermRanking
{
    /// <returns>False, and offers none, for other queries.</returns>
    public static bool TryCollect(in SegmentHits hits)
    {
        if (hits.Scored is not TermEvaluator term)
            return false;
        Collect(term, hits.Offers());
        return true;
    }

    private static void Collect(TermEvaluator term, HitOffers offers)
    {
        var bounds = term.Scoring.Bounds;
        if (bounds is not null)
        {
            foreach (var (doc, freq, factor) in bounds.Best)
            {
                if (!offers.CanReach(term.Scoring.LimitOf(factor)))
                    break;
                offers.Offer(doc, term.Scoring.Of(doc, freq));
            }

            if (!offers.CanReach(term.Scoring.LimitOf(bounds.Rest)))
                return;
        }

        for (var block = 0; block < term.Blocks; block++)
        {
            if (!offers.CanReach(term.MaxScoreOf(block)))
                continue;
            term.LoadScored(block);
            offers.Offer(term.Docs, term.Scores, bounds);
        }
    }
}
