using Lucene.Net.Index;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Columns;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Ranks hits with equal scores, which come in the order of their ids.</summary>
internal static class ConstantRanking
{
    /// <summary>Time to offer a hit, in articles that are looked for in a set.</summary>
    private const int OfferCost = 8;

    /// <summary>Offers hits by id until enough are found.</summary>
    /// <param name="hits">The hits of the segment.</param>
    /// <returns>False, and offers none, where offering all hits is faster or more than the first may be wanted.</returns>
    public static bool TryCollect(float score, ReadOnlySpan<long> hits, AtomicReader segment, HitOffers offers)
    {
        var count = (long)BitWords.Count(hits);
        // Hits are spread evenly over the ids, more or less.
        if (offers.Enough is not { } enough || enough * (long)segment.MaxDoc > OfferCost * count * count)
            return false;
        foreach (var doc in ArticlesById.Of(segment).Docs)
        {
            if (!BitWords.Contains(hits, doc))
                continue;
            offers.Offer(doc, score);
            if (--enough == 0)
                break;
        }

        return true;
    }
}
