using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Scores that enough articles are known to reach before any is offered.</summary>
internal static class ScoreFloor
{
    /// <summary>
    /// Raises the least score of hits to what one word alone gives to as many articles as are wanted: with the other words they have more.
    /// </summary>
    public static void Raise(TermEvaluator term, HitOffers offers)
    {
        if (offers.Enough is not { } enough || term.Cost < enough)
            return;
        if (term.Scoring.Bounds is { } bounds)
            RaiseByBest(term, bounds, enough, offers);
        else if (term.Cost < PostingProfile.MinCount)
            RaiseByAll(term, enough, offers);
    }

    private static void RaiseByBest(TermEvaluator term, TermBounds bounds, int enough, HitOffers offers)
    {
        // Factors stay in this order nearly, so the least of the first scores is the one that all of them reach.
        var (least, known) = (float.PositiveInfinity, 0);
        foreach (var (doc, freq, _) in bounds.Best)
        {
            if (!offers.Allows(doc))
                continue;
            least = Math.Min(least, term.Scoring.Of(doc, freq));
            if (++known < enough)
                continue;
            offers.RaiseTo(least);
            return;
        }
    }

    private static void RaiseByAll(TermEvaluator term, int enough, HitOffers offers)
    {
        var scores = new GreatestScores(enough);
        for (var block = 0; block < term.Blocks; block++)
        {
            term.LoadScored(block);
            for (var i = 0; i < term.Docs.Length; i++)
            {
                if (offers.Allows(term.Docs[i]))
                    scores.Add(term.Scores[i]);
            }
        }

        if (scores.IsFull)
            offers.RaiseTo(scores.Least);
    }
}
