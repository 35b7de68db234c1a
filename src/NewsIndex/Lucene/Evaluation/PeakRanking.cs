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

    /// <summary>Peaks that are added at once.</summary>
    private const int PeaksOfStep = 8;

    private readonly TermEvaluator[] terms;
    private readonly byte[][] peaks;
    private readonly float[] units;
    private readonly HitOffers offers;
    private readonly int length;
    private readonly Action<int, float> take;

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
        var left = (ulong)offers.AllowedIn(word);
        if (left == 0)
            return;
        var most = 0.0;
        for (var i = 0; i < peaks.Length; i++)
            most += peaks[i][word] * units[i];
        for (; left != 0; left &= left - 1)
            LookAt((word * BitWords.Size) + BitOperations.TrailingZeroCount(left), word, most);
    }

    /// <summary>Adds scores while the article can still reach; sums are exact in any order.</summary>
    /// <param name="most">The sum of the peaks.</param>
    private void LookAt(int doc, int word, double most)
    {
        var sum = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            if (!offers.CanReach(sum + most))
                return;
            sum += terms[i].ScoreOf(doc);
            most -= peaks[i][word] * units[i];
        }

        if (offers.CanReach(sum))
            take(doc, (float)sum);
    }
}
