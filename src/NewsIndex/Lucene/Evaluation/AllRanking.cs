using System.Numerics;
using System.Runtime.Intrinsics;
using NewsIndex.Lucene.Postings;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Ranks articles that have all of some words, which are known: by the peaks of the words if all are frequent, otherwise by the blocks of
/// the rarest.
/// </summary>
internal sealed class AllRanking
{
    private const int BlocksBetweenCancellationChecks = 256;

    /// <summary>Blocks of the rarest word, or steps through the peaks, from one of the sample to the next.</summary>
    private const int PartsBetweenSamples = 8;

    private readonly TermEvaluator[] terms;
    private readonly TermEvaluator lead;
    private readonly LookedUpWords others;
    private readonly HitOffers offers;
    private readonly CancellationToken cancellation;

    /// <summary>Null unless all words are frequent.</summary>
    private readonly PeakRanking? byPeaks;

    /// <summary>Articles that were offered before the others are looked at, in order.</summary>
    private int[] offered = [];

    /// <summary>Null when no sample is taken.</summary>
    private SampledScores? sample;

    private AllRanking(TermEvaluator[] terms, HitOffers offers, int length, CancellationToken cancellation)
    {
        (this.terms, this.offers, this.cancellation) = (terms, offers, cancellation);
        var byCost = (TermEvaluator[])terms.Clone();
        Array.Sort(byCost, (one, other) => one.Cost.CompareTo(other.Cost));
        (lead, others) = (byCost[0], new LookedUpWords(byCost[1..], offers));
        if (lead.Set is not null && Array.TrueForAll(terms, term => term.Scoring.Bounds is not null))
            byPeaks = new PeakRanking(byCost, offers, length, Take);
    }

    /// <returns>False, and offers none, for other queries.</returns>
    public static bool TryCollect(in SegmentHits hits)
    {
        if (!hits.AreSelected || ScoringParts.AllWordsOf(hits.Scored) is not { } terms)
            return false;
        new AllRanking(terms, hits.Offers(), hits.Set.Length, hits.Cancellation).Collect();
        return true;
    }

    /// <summary>Returns true where the first hits are guessed from a sample.</summary>
    /// <param name="parts">Blocks of the rarest word, or steps through the peaks.</param>
    public static bool TakesSample(HitOffers offers, int parts) =>
        offers.Enough is >= SampledScores.MinEnough && parts > PartsBetweenSamples;

    private void Collect()
    {
        if (TakesSample(offers, byPeaks?.Steps ?? lead.Blocks))
        {
            CollectByGuess(offers.Enough!.Value);
            return;
        }

        if (offers.Enough is < SampledScores.MinEnough and var few)
            OfferBest(few);
        Collect(_ => true);
    }

    /// <summary>Looks first at some articles, and guesses from them what is among the first hits.</summary>
    private void CollectByGuess(int enough)
    {
        var guess = new SampledScores(offers, enough, 1.0 / PartsBetweenSamples);
        sample = guess;
        Collect(IsSampled);
        sample = null;
        guess.OfferCandidates();
        Collect(part => !IsSampled(part));
        if (!guess.Holds())
            Collect(_ => true);

        static bool IsSampled(int part) => part % PartsBetweenSamples == PartsBetweenSamples / 2;
    }

    /// <param name="isWanted">Tells by its number if a block or a step is looked at.</param>
    private void Collect(Func<int, bool> isWanted)
    {
        if (byPeaks is not null)
            byPeaks.Collect(isWanted, cancellation);
        else
            CollectBlocks(isWanted);
    }

    private void CollectBlocks(Func<int, bool> isWanted)
    {
        Span<int> docs = stackalloc int[PostingList.BlockSize];
        Span<int> places = stackalloc int[PostingList.BlockSize];
        Span<float> scores = stackalloc float[PostingList.BlockSize];
        for (var (block, first) = (0, 0); block < lead.Blocks; first = lead.LastDoc(block++) + 1)
        {
            if (block % BlocksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (!isWanted(block) || !offers.CanReach(lead.MaxScoreOf(block) + others.Max) || !offers.AllowsAny(first, lead.LastDoc(block)))
                continue;
            var count = lead.LoadAllowed(block, offers, docs, places);
            lead.ScoreLoaded(docs[..count], places, scores);
            for (var from = 0; from < count; from += Vector256<float>.Count)
            {
                for (var reaching = offers.Reaching(scores[..count], from, others.Max); reaching != 0; reaching &= reaching - 1)
                {
                    var at = from + BitOperations.TrailingZeroCount(reaching);
                    if (others.TryAdd(docs[at], scores[at], out var sum))
                        Take(docs[at], sum);
                }
            }
        }
    }

    /// <summary>Offers articles in which one of the words scores most: most others cannot reach what these do.</summary>
    private void OfferBest(int enough)
    {
        var best = new SortedSet<int>();
        foreach (var term in terms)
            AddBest(term, 2 * enough, best);
        foreach (var doc in best)
        {
            var sum = 0.0;
            foreach (var term in terms)
                sum += term.ScoreOf(doc);
            offers.Offer(doc, (float)sum);
        }

        offered = [.. best];
    }

    private void AddBest(TermEvaluator term, int most, SortedSet<int> best)
    {
        if (term.Scoring.Bounds is not { } bounds)
            return;
        foreach (var (doc, _, _) in bounds.Best)
        {
            if (!offers.Allows(doc))
                continue;
            best.Add(doc);
            if (--most == 0)
                return;
        }
    }

    private void Take(int doc, float score)
    {
        if (sample is not null)
            sample.Add(doc, score);
        else if (offered.Length == 0 || Array.BinarySearch(offered, doc) < 0)
            offers.Offer(doc, score);
    }
}
