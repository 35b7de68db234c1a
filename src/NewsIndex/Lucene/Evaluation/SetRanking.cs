using System.Numerics;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Scoring;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Scores all hits, many at a time: for queries without bounds.</summary>
internal static class SetRanking
{
    private const int Batch = 128;
    private const int WordsBetweenCancellationChecks = 64;

    public static void Collect(Evaluator evaluator, ReadOnlySpan<long> hits, TopArticles top, CancellationToken cancellation)
    {
        Span<int> docs = stackalloc int[Batch];
        Span<float> scores = stackalloc float[Batch];
        var offers = new HitOffers(top, null);
        var count = 0;
        for (var word = 0; word < hits.Length; word++)
        {
            if (word % WordsBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            for (var left = (ulong)hits[word]; left != 0; left &= left - 1)
            {
                docs[count++] = (word * BitWords.Size) + BitOperations.TrailingZeroCount(left);
                if (count < Batch)
                    continue;
                Offer(evaluator, docs, scores, offers);
                count = 0;
            }
        }

        Offer(evaluator, docs[..count], scores, offers);
    }

    private static void Offer(Evaluator evaluator, ReadOnlySpan<int> docs, Span<float> scores, HitOffers offers)
    {
        evaluator.ScoreMatches(docs, scores);
        offers.Offer(docs, scores);
    }
}
