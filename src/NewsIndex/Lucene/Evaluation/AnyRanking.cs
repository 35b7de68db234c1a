using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Ranks articles that have any of some words. Adds the scores of each word into a window of documents. Words that cannot lift an article
/// among the first by themselves are not read through: they are looked up in the articles of the others.
/// </summary>
/// <remarks>Turtle and Flood, "Query Evaluation: Strategies and Optimizations", 1995 (MaxScore).</remarks>
internal sealed class AnyRanking
{
    /// <summary>Documents of a window, whose sums fit into 32 KB of the first cache; a bit for each of its chunks fits into 64.</summary>
    private const int WindowSize = 64 * ChunkSize;

    /// <summary>Documents whose sums are cleared at once.</summary>
    private const int ChunkSize = 64;

    /// <summary>Documents of a sample, and windows from one to the next: a sixteenth of the articles or somewhat more.</summary>
    private const int SampleSize = 2048;
    private const int WindowsBetweenSamples = 8;

    /// <summary>
    /// Time to look up a word in an article that has it, whose block is decoded, in postings that are read through; and in one that does
    /// not have it. Both were measured.
    /// </summary>
    private const int FoundCost = 20;
    private const int MissedCost = 2;

    /// <summary>Sums of the window, 0 between queries.</summary>
    [ThreadStatic]
    private static double[]? window;

    /// <summary>The documents of the window whose sums can be among the first, as bits by chunk; 0 between windows.</summary>
    private readonly ulong[] reaching = new ulong[WindowSize / ChunkSize];

    private readonly TermEvaluator[] terms;
    private readonly (int Block, int At)[] places;
    private readonly HitOffers offers;
    private readonly int maxDoc;
    private readonly CancellationToken cancellation;

    /// <summary>Sums of the greatest scores of the words before a word.</summary>
    private readonly double[] maxBefore;

    /// <summary>By word; null for one without, and for the last, which is never looked up.</summary>
    private readonly byte[]?[] peaks;
    private readonly float[] units;

    /// <summary>Words before this one are only looked up.</summary>
    private int first;

    /// <summary>Words from this one on are read through even if they could be looked up, since that was faster.</summary>
    private int firstRead;

    /// <summary>Null when no sample is taken.</summary>
    private SampledScores? sample;

    /// <summary>What look-ups in the present window took.</summary>
    private long spent;

    private AnyRanking(TermEvaluator[] terms, HitOffers offers, int maxDoc, CancellationToken cancellation)
    {
        this.terms = (TermEvaluator[])terms.Clone();
        Array.Sort(this.terms, (one, other) => one.Scoring.MaxScore.CompareTo(other.Scoring.MaxScore));
        (places, maxBefore) = (new (int, int)[terms.Length], new double[terms.Length + 1]);
        for (var i = 0; i < terms.Length; i++)
            maxBefore[i + 1] = maxBefore[i] + this.terms[i].Scoring.MaxScore;
        peaks = Array.ConvertAll(this.terms[..^1], term => term.Scoring.Bounds?.Peaks);
        units = Array.ConvertAll(this.terms[..^1], term => term.Scoring.PeakScore);
        (this.offers, this.maxDoc, this.cancellation) = (offers, maxDoc, cancellation);
        firstRead = terms.Length;
    }

    /// <returns>False, and offers none, for other queries.</returns>
    public static bool TryCollect(in SegmentHits hits)
    {
        if (hits.AnyWords is not { } terms)
            return false;
        new AnyRanking(terms, hits.Offers(), hits.Reader.MaxDoc, hits.Cancellation).Collect();
        return true;
    }

    private void Collect()
    {
        var sums = window ?? new double[WindowSize];
        // A window that is left with sums by an exception is not used again.
        window = null;
        if (offers.Enough is >= SampledScores.MinEnough and var enough && maxDoc > WindowSize)
            CollectByGuess(enough, sums);
        else
            CollectByFloor(sums);
        window = sums;
    }

    private void CollectByFloor(double[] sums)
    {
        foreach (var term in terms)
            ScoreFloor.Raise(term, offers);
        CollectAll(0, sums);
    }

    /// <summary>Looks first at some articles of every few windows, and guesses from them what is among the first hits.</summary>
    private void CollectByGuess(int enough, double[] sums)
    {
        var samples = ((maxDoc - 1) / (WindowsBetweenSamples * WindowSize)) + 1;
        sample = new SampledScores(offers, enough, Math.Min(1, samples * (double)SampleSize / maxDoc));
        for (var start = 0; start < maxDoc; start += WindowsBetweenSamples * WindowSize)
            Collect(start, start + SampleSize, sums);
        var guess = sample;
        sample = null;
        guess.OfferCandidates();
        StartAgain();
        CollectAll(SampleSize, sums);
        if (guess.Holds())
            return;
        StartAgain();
        CollectAll(0, sums);
    }

    private void StartAgain()
    {
        Array.Clear(places);
        (first, firstRead) = (0, terms.Length);
    }

    /// <param name="sampled">How many documents to leave out of the windows that samples were taken of.</param>
    private void CollectAll(int sampled, double[] sums)
    {
        for (var (start, number) = (0, 0); start < maxDoc; start += WindowSize, number++)
        {
            if (!offers.CanReach(maxBefore[terms.Length]))
                break;
            Collect(number % WindowsBetweenSamples == 0 ? start + sampled : start, start + WindowSize, sums);
        }
    }

    /// <summary>Collects the documents from one to, not including, another; at most a window.</summary>
    private void Collect(int start, int end, double[] sums)
    {
        cancellation.ThrowIfCancellationRequested();
        while (first < firstRead && !offers.CanReach(maxBefore[first + 1]))
            first++;
        if (first == terms.Length - 1)
            OfferLast(start, end);
        else
            OfferSums(start, end, sums);
        ReadDearLookUps();
    }

    private void OfferSums(int start, int end, double[] sums)
    {
        var touched = 0UL;
        // Below it, the words that are looked up cannot lift an article among the first.
        var least = Math.Max(offers.LeastSum - maxBefore[first], double.Epsilon);
        for (var i = first; i < terms.Length; i++)
            touched |= Fill(i, sums, start, end, least);
        for (; touched != 0; touched &= touched - 1)
            Offer(sums, start, BitOperations.TrailingZeroCount(touched));
    }

    /// <summary>Reads a word through from the next window on if looking it up took longer than that would have.</summary>
    private void ReadDearLookUps()
    {
        if (first > 0 && spent * maxDoc > terms[first - 1].Cost * WindowSize)
            firstRead = --first;
        spent = 0;
    }

    /// <summary>
    /// Offers the articles from one to, not including, another that have the only word that is read through. Blocks and articles are
    /// skipped that even with all others could not reach.
    /// </summary>
    private void OfferLast(int start, int end)
    {
        var term = terms[^1];
        var (block, at) = places[^1];
        for (; block < term.Blocks; (block, at) = (block + 1, 0))
        {
            if (at == 0 && (term.LastDoc(block) < start || !offers.CanReach(term.MaxScoreOf(block) + maxBefore[first])))
            {
                if (term.LastDoc(block) >= end)
                    break;
                continue;
            }

            term.LoadScored(block);
            at = OfferLast(term.Docs, term.Scores, at, start, end);
            if (at < term.Docs.Length)
                break;
        }

        places[^1] = (block, at);
    }

    /// <param name="at">The first article of the block that was not looked at.</param>
    /// <returns>The first article of the block behind the end; their number if there is none.</returns>
    private int OfferLast(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, int at, int start, int end)
    {
        while (at < docs.Length && docs[at] < start)
            at++;
        var count = docs.Length;
        while (count > at && docs[count - 1] >= end)
            count--;
        for (; at < count; at += Vector256<float>.Count)
        {
            for (var reaching = offers.Reaching(scores[..count], at, maxBefore[first]); reaching != 0; reaching &= reaching - 1)
            {
                var place = at + BitOperations.TrailingZeroCount(reaching);
                if (scores[place] > 0 && offers.CanReach(scores[place] + MostOfOthers(docs[place])))
                    Offer(docs[place], scores[place]);
            }
        }

        return count;
    }

    /// <summary>Returns no less than what the words that are looked up add to the score of an article.</summary>
    private double MostOfOthers(int doc)
    {
        var most = 0.0;
        for (var i = 0; i < first; i++)
            most += peaks[i] is { } known ? known[doc / BitWords.Size] * units[i] : terms[i].Scoring.MaxScore;
        return most;
    }

    /// <summary>Adds the scores of a word in the documents from one to, not including, another.</summary>
    /// <returns>The chunks with articles that have the word.</returns>
    private ulong Fill(int number, double[] sums, int start, int end, double least)
    {
        var term = terms[number];
        var (block, at) = places[number];
        var touched = 0UL;
        for (; block < term.Blocks; (block, at) = (block + 1, 0))
        {
            if (at == 0 && term.LastDoc(block) < start)
            {
                if (term.LastDoc(block) >= end)
                    break;
                continue;
            }

            term.LoadScored(block);
            at = Add(term.Docs, term.Scores, at, sums, start, end, least, ref touched);
            if (at < term.Docs.Length)
                break;
        }

        places[number] = (block, at);
        return touched;
    }

    private int Add(
        ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, int at, double[] sums, int start, int end, double least, ref ulong touched)
    {
        // Blocks that were skipped may have had documents of earlier windows.
        while (at < docs.Length && docs[at] < start)
            at++;
        var chunks = touched;
        ref var first = ref MemoryMarshal.GetArrayDataReference(sums);
        for (; at < docs.Length; at++)
        {
            if (docs[at] >= end)
                break;
            var place = docs[at] - start;
            ref var sum = ref Unsafe.Add(ref first, place);
            sum += scores[at];
            chunks |= 1UL << (place / ChunkSize);
            if (sum >= least)
                reaching[place / ChunkSize] |= 1UL << (place % ChunkSize);
        }

        touched = chunks;
        return at;
    }

    /// <summary>Offers the articles of a chunk of the window that can be among the first, and clears it.</summary>
    private void Offer(double[] sums, int start, int chunk)
    {
        var from = chunk * ChunkSize;
        for (var left = reaching[chunk]; left != 0; left &= left - 1)
        {
            var place = from + BitOperations.TrailingZeroCount(left);
            Offer(start + place, sums[place]);
        }

        reaching[chunk] = 0;
        sums.AsSpan(from, ChunkSize).Clear();
    }

    /// <summary>Adds the scores of the words that are only looked up while the article can still reach.</summary>
    private void Offer(int doc, double sum)
    {
        if (!offers.Allows(doc))
            return;
        for (var i = first - 1; i >= 0; i--)
        {
            if (!offers.CanReach(sum + maxBefore[i + 1]))
                return;
            var score = terms[i].ScoreOf(doc);
            spent += score > 0 ? FoundCost : MissedCost;
            sum += score;
        }

        if (sample is not null)
            sample.Add(doc, (float)sum);
        else
            offers.Offer(doc, (float)sum);
    }
}
