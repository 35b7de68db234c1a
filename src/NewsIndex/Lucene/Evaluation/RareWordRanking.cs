using System.Numerics;
using System.Runtime.Intrinsics;
using NewsIndex.Lucene.Postings;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Ranks articles that have all of some words, one of which is rare: finds its hits block by block and scores them at once. Its postings
/// are decoded once, and no set of the size of the segment is made.
/// </summary>
internal sealed class RareWordRanking
{
    private const int BlocksBetweenCancellationChecks = 256;

    private readonly TermEvaluator rarest;

    /// <summary>Rarest first.</summary>
    private readonly TermEvaluator[] others;
    private readonly LookedUpWords looked;
    private readonly HitOffers offers;
    private readonly FoundHits? found;

    private RareWordRanking(TermEvaluator[] byCost, HitOffers offers, FoundHits? found)
    {
        (rarest, others, this.offers, this.found) = (byCost[0], byCost[1..], offers, found);
        looked = new LookedUpWords(others, offers);
    }

    /// <param name="terms">Words of which a hit has all.</param>
    /// <param name="found">Receives all hits; null where none is wanted.</param>
    /// <returns>False, and offers none, where all words are frequent, and where a sample finds many first hits sooner.</returns>
    public static bool TryCollect(TermEvaluator[] terms, HitOffers offers, FoundHits? found, CancellationToken cancellation)
    {
        var byCost = (TermEvaluator[])terms.Clone();
        Array.Sort(byCost, static (one, other) => one.Cost.CompareTo(other.Cost));
        if (byCost[0].Set is not null || AllRanking.TakesSample(offers, byCost[0].Blocks))
            return false;
        new RareWordRanking(byCost, offers, found).Collect(cancellation);
        return true;
    }

    private void Collect(CancellationToken cancellation)
    {
        Span<int> docs = stackalloc int[PostingList.BlockSize];
        Span<int> places = stackalloc int[PostingList.BlockSize];
        for (var block = 0; block < rarest.Blocks; block++)
        {
            if (block % BlocksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            // Without a count, what cannot be among the first need not be found.
            if (found is null && !offers.CanReach(rarest.MaxScoreOf(block) + looked.Max))
                continue;
            var count = FindHits(block, docs, places);
            found?.Add(docs[..count]);
            Offer(docs[..count], places[..count]);
        }
    }

    /// <returns>The number of hits of the block.</returns>
    private int FindHits(int block, Span<int> docs, Span<int> places)
    {
        var count = rarest.LoadAllowed(block, offers, docs, places);
        foreach (var other in others)
            count = other.KeepHaving(docs[..count], places);
        return count;
    }

    private void Offer(ReadOnlySpan<int> docs, ReadOnlySpan<int> places)
    {
        if (docs.IsEmpty)
            return;
        Span<float> scores = stackalloc float[PostingList.BlockSize];
        rarest.ScoreLoaded(docs, places, scores);
        for (var from = 0; from < docs.Length; from += Vector256<float>.Count)
        {
            for (var reaching = offers.Reaching(scores[..docs.Length], from, looked.Max); reaching != 0; reaching &= reaching - 1)
            {
                var at = from + BitOperations.TrailingZeroCount(reaching);
                if (looked.TryAdd(docs[at], scores[at], out var sum))
                    offers.Offer(docs[at], sum);
            }
        }
    }
}
