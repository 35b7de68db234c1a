using System.Numerics;
using System.Runtime.Intrinsics;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Ranks articles that have all of some words, which are known.</summary>
internal sealed class AllRanking
{
    private const int BlocksBetweenCancellationChecks = 256;

    /// <summary>Blocks of the rarest word from one of the sample to the next.</summary>
    private const int BlocksBetweenSamples = 8;

    private readonly TermEvaluator[] terms;
    private readonly TermEvaluator lead;
    private readonly TermEvaluator[] others;
    private readonly double othersMax;
    private readonly HitOffers offers;
    private readonly CancellationToken cancellation;

    /// <summary>Articles that were offered before the blocks are read, in order.</summary>
    private int[] offered = [];

    /// <summary>Null when no sample is taken.</summary>
    private SampledScores? sample;

    private AllRanking(TermEvaluator[] terms, HitOffers offers, CancellationToken cancellation)
    {
        (this.terms, this.offers, this.cancellation) = (terms, offers, cancellation);
        var byCost = (TermEvaluator[])terms.Clone();
        Array.Sort(byCost, (one, other) => one.Cost.CompareTo(other.Cost));
        (lead, others) = (byCost[0], byCost[1..]);
        foreach (var other in others)
            othersMax += other.Scoring.MaxScore;
    }

    /// <param name="terms">Each scores above 0 wherever it matches.</param>
    /// <param name="offers">Allows only articles with all of the words.</param>
    public static void Collect(TermEvaluator[] terms, HitOffers offers, CancellationToken cancellation) =>
        new AllRanking(terms, offers, cancellation).Collect();

    private void Collect()
    {
        if (offers.Enough is >= SampledScores.MinEnough and var enough && lead.Blocks > BlocksBetweenSamples)
        {
            CollectByGuess(enough);
            return;
        }

        var levels = LevelRanking.Of(terms, offers);
        if (levels is not null)
            offered = levels.OfferHighest();
        else if (offers.Enough is < SampledScores.MinEnough)
            OfferBest();
        if (levels?.TryCollect(cancellation) != true)
            CollectBlocks(block => true);
    }

    /// <summary>Looks first at some blocks, and guesses from them what is among the first hits.</summary>
    private void CollectByGuess(int enough)
    {
        var guess = new SampledScores(offers, enough, 1.0 / BlocksBetweenSamples);
        sample = guess;
        CollectBlocks(IsSampled);
        sample = null;
        guess.OfferCandidates();
        CollectBlocks(block => !IsSampled(block));
        if (!guess.Holds())
            CollectBlocks(block => true);

        static bool IsSampled(int block) => block % BlocksBetweenSamples == BlocksBetweenSamples / 2;
    }

    private void CollectBlocks(Func<int, bool> isWanted)
    {
        for (var (block, first) = (0, 0); block < lead.Blocks; first = lead.LastDoc(block++) + 1)
        {
            if (block % BlocksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (!isWanted(block) || !offers.CanReach(lead.MaxScoreOf(block) + othersMax) || !offers.AllowsAny(first, lead.LastDoc(block)))
                continue;
            lead.LoadScored(block);
            for (var from = 0; from < lead.Docs.Length; from += Vector256<float>.Count)
            {
                for (var reaching = offers.Reaching(lead.Scores, from, othersMax); reaching != 0; reaching &= reaching - 1)
                {
                    var at = from + BitOperations.TrailingZeroCount(reaching);
                    var doc = lead.Docs[at];
                    if (offers.Allows(doc) && (offered.Length == 0 || Array.BinarySearch(offered, doc) < 0))
                        Offer(doc, lead.Scores[at]);
                }
            }
        }
    }

    /// <summary>Offers articles in which the rarest word scores most: most others cannot reach what these do.</summary>
    private void OfferBest()
    {
        if (lead.Scoring.Bounds is not { } bounds || offers.Enough is not { } enough)
            return;
        offered = [.. bounds.Best.Select(each => each.Doc).Where(offers.Allows).Take(2 * enough)];
        foreach (var doc in offered)
        {
            var sum = 0.0;
            foreach (var term in terms)
                sum += term.ScoreOf(doc);
            offers.Offer(doc, (float)sum);
        }

        Array.Sort(offered);
    }

    /// <summary>Adds the scores of the other words while the article can still reach; sums are exact in any order.</summary>
    private void Offer(int doc, float leadScore)
    {
        var (sum, left) = ((double)leadScore, othersMax);
        foreach (var other in others)
        {
            if (!offers.CanReach(sum + left))
                return;
            sum += other.ScoreOf(doc);
            left -= other.Scoring.MaxScore;
        }

        if (sample is not null)
            sample.Add(doc, (float)sum);
        else
            offers.Offer(doc, (float)sum);
    }
}
