using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Ranks articles that have all of some frequent words. Adds the peaks of the words, and looks only at those words of the set of hits in
/// which an article can be among the first.
/// </summary>
internal sealed class PeakRanking
{
    private const int StepsBetweenCancellationChecks = 1024;

    /// <summary>Articles that are scored at once.</summary>
    private const int Batch = 64;

    /// <summary>Peaks that are added at once.</summary>
    private const int PeaksOfStep = 8;

    private readonly TermEvaluator[] terms;
    private readonly byte[][] peaks;
    private readonly float[] units;
    private readonly HitOffers offers;
    private readonly int length;
    private readonly Action<int, float> take;

    /// <summary>Articles that can be among the first, their sums, and scores of one word: the processor waits for many at once.</summary>
    private readonly int[] docs = new int[Batch];
    private readonly double[] sums = new double[Batch];
    private readonly float[] scores = new float[Batch];
    private int count;

    /// <param name="terms">Each has bounds.</param>
    /// <param name="offers">Allows only articles with all of the words.</param>
    /// <param name="length">Words of the set of hits.</param>
    /// <param name="take">Called with articles that can be among the first, and their scores.</param>
    public PeakRanking(TermEvaluator[] terms, HitOffers offers, int length, Action<int, float> take)
    {
        (this.terms, this.offers, this.length, this.take) = (terms, offers, length, take);
        peaks = Array.ConvertAll(terms, term => term.Scoring.Bounds!.Peaks);
        units = Array.ConvertAll(terms, term => term.Scoring.PeakScore);
    }

    /// <summary>Parts of the set that are looked at separately.</summary>
    public int Steps => (length + PeaksOfStep - 1) / PeaksOfStep;

    /// <param name="isWanted">Tells by its number if a step is looked at.</param>
    public void Collect(Func<int, bool> isWanted, CancellationToken cancellation)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (step % StepsBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (!isWanted(step))
                continue;
            for (var reaching = Reaching(step, (float)offers.LeastSum); reaching != 0; reaching &= reaching - 1)
            {
                var word = (step * PeaksOfStep) + BitOperations.TrailingZeroCount(reaching);
                // Behind the last there are peaks of 0.
                if (word < length)
                    LookIn(word);
            }
        }

        Look();
    }

    /// <summary>Returns which words of a step can have an article among the first, as bits.</summary>
    private uint Reaching(int step, float least)
    {
        var most = Vector256<float>.Zero;
        for (var i = 0; i < peaks.Length; i++)
        {
            ref var first = ref MemoryMarshal.GetArrayDataReference(peaks[i]);
            var bytes = Vector64.LoadUnsafe(ref first, (nuint)(step * PeaksOfStep)).ToVector128().ToVector256();
            most += Vector256.ConvertToSingle(Vector256.WidenLower(Vector256.WidenLower(bytes)).AsInt32()) * Vector256.Create(units[i]);
        }

        return Vector256.GreaterThanOrEqual(most, Vector256.Create(least)).ExtractMostSignificantBits();
    }

    private void LookIn(int word)
    {
        for (var left = (ulong)offers.AllowedIn(word); left != 0; left &= left - 1)
        {
            docs[count++] = (word * BitWords.Size) + BitOperations.TrailingZeroCount(left);
            if (count == docs.Length)
                Look();
        }
    }

    /// <summary>Adds scores to the articles that can still reach, word by word; sums are exact in any order.</summary>
    private void Look()
    {
        Array.Clear(sums, 0, count);
        for (var i = 0; i < terms.Length && count > 0; i++)
        {
            terms[i].Score(docs.AsSpan(0, count), scores);
            var kept = 0;
            for (var at = 0; at < count; at++)
            {
                var (doc, sum) = (docs[at], sums[at] + scores[at]);
                (docs[kept], sums[kept]) = (doc, sum);
                kept += offers.CanReach(sum + MostFrom(i + 1, doc)) ? 1 : 0;
            }

            count = kept;
        }

        for (var at = 0; at < count; at++)
            take(docs[at], (float)sums[at]);
        count = 0;
    }

    /// <summary>The sum of the peaks of a word and those behind it.</summary>
    private double MostFrom(int term, int doc)
    {
        var most = 0.0;
        for (; term < peaks.Length; term++)
            most += peaks[term][doc / BitWords.Size] * units[term];
        return most;
    }
}
