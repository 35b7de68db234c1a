using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Scoring;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Offers articles of a segment to a collector, but for those that are filtered out.</summary>
/// <param name="allowed">Null when all are allowed.</param>
internal sealed class HitOffers(TopArticles top, long[]? allowed)
{
    /// <summary>A sum in double precision is rounded to a score that may be greater by less than that.</summary>
    private const double Rounding = 1 + 1e-7;

    /// <summary>A score that enough articles are known to have.</summary>
    public float Floor { get; private set; }

    /// <summary>Articles with this score or a higher one were offered before.</summary>
    private float ceiling = float.PositiveInfinity;

    /// <summary>Articles with a lower score cannot be among the hits.</summary>
    public float Least { get; private set; } = top.LeastScore;

    /// <summary>Returns true if an article whose score is at most a sum can be among the hits.</summary>
    public bool CanReach(double most) => !(most * Rounding < Least);

    /// <summary>Returns which of up to eight scores can be among the hits, as bits.</summary>
    /// <param name="from">The first of the scores.</param>
    /// <param name="more">What is added to each score at most.</param>
    public uint Reaching(ReadOnlySpan<float> scores, int from, double more)
    {
        var least = MathF.BitDecrement((float)(LeastSum - more));
        if (from + Vector256<float>.Count <= scores.Length)
        {
            return Vector256.GreaterThanOrEqual(
                Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(scores), (nuint)from), Vector256.Create(least))
                .ExtractMostSignificantBits();
        }

        var reaching = 0u;
        for (var i = from; i < scores.Length; i++)
            reaching |= scores[i] >= least ? 1u << (i - from) : 0;
        return reaching;
    }

    /// <summary>The sum from which articles can be among the hits.</summary>
    public double LeastSum => Least * (1 / Rounding);

    /// <inheritdoc cref="TopArticles.Enough"/>
    public int? Enough => top.Enough;

    /// <summary>Raises the least score where those of enough articles are known before they are offered.</summary>
    public void RaiseTo(float known)
    {
        Floor = Math.Max(Floor, known);
        Least = Math.Max(Least, known);
    }

    /// <summary>Returns true if the articles that were offered are enough, all with a score at least.</summary>
    public bool HasEnoughWith(float score) => top.LeastScore >= score;

    /// <summary>
    /// Lowers the least score again, which was raised to one that too few articles have. Articles that have it were offered, and are
    /// not taken once more.
    /// </summary>
    public void LowerTo(float known, float offered)
    {
        (Floor, ceiling) = (known, offered);
        Least = Math.Max(Floor, top.LeastScore);
    }

    public bool Allows(int doc) => allowed is null || BitWords.Contains(allowed, doc);

    /// <summary>Returns the allowed documents of a word of a set.</summary>
    public long AllowedIn(int word) => allowed is null ? -1 : allowed[word];

    public bool AllowsAny(int first, int last) => allowed is null || BitWords.ContainsAny(allowed, first, last);

    public void Offer(int doc, float score)
    {
        if (score < Least || score >= ceiling || !Allows(doc))
            return;
        top.Offer(doc, score);
        Least = Math.Max(Floor, top.LeastScore);
    }

    /// <param name="except">Documents that were offered before; null for none.</param>
    public void Offer(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, TermBounds? except = null)
    {
        ref var first = ref MemoryMarshal.GetReference(scores);
        for (var i = 0; i < docs.Length; i += Vector256<float>.Count)
        {
            if (i + Vector256<float>.Count > docs.Length)
            {
                for (; i < docs.Length; i++)
                    OfferUnless(except, docs[i], scores[i]);
                return;
            }

            var reach = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.Create(Least))
                .ExtractMostSignificantBits();
            for (; reach != 0; reach &= reach - 1)
            {
                var at = i + BitOperations.TrailingZeroCount(reach);
                OfferUnless(except, docs[at], scores[at]);
            }
        }
    }

    private void OfferUnless(TermBounds? except, int doc, float score)
    {
        if (score >= Least && except?.IsBest(doc) != true)
            Offer(doc, score);
    }
}
