namespace NewsIndex.Lucene.Evaluation;

/// <summary>Ranks the articles of one word.</summary>
internal static class TermRanking
{
    /// <summary>As many as a page takes, or somewhat more; a multiple of what the processor scores at once.</summary>
    private const int ScoredAtOnce = 16;

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
            OfferBest(bounds.Best, term.Scoring, offers);
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

    /// <summary>Offers the best articles up to the first that cannot be among the hits, scored by some at once.</summary>
    private static void OfferBest(ReadOnlySpan<(int Doc, int Freq, float Factor)> best, TermScores scoring, HitOffers offers)
    {
        Span<int> docs = stackalloc int[ScoredAtOnce];
        Span<int> freqs = stackalloc int[ScoredAtOnce];
        Span<float> scores = stackalloc float[ScoredAtOnce];
        for (; !best.IsEmpty; best = best[Math.Min(best.Length, ScoredAtOnce)..])
        {
            var count = Math.Min(best.Length, ScoredAtOnce);
            for (var i = 0; i < count; i++)
                (docs[i], freqs[i]) = (best[i].Doc, best[i].Freq);
            scoring.Of(docs[..count], freqs[..count], scores);
            for (var i = 0; i < count; i++)
            {
                if (!offers.CanReach(scoring.LimitOf(best[i].Factor)))
                    return;
                offers.Offer(docs[i], scores[i]);
            }
        }
    }
}
