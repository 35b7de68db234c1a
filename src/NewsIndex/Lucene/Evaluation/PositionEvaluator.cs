using System.Numerics;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Articles in which a plan of positions has an interval, such as words near each other. Finds the articles that have the words first, and
/// reads the positions of those articles alone.
/// </summary>
/// <param name="candidates">Selects articles that have the words at any position.</param>
internal sealed class PositionEvaluator(
    Evaluator candidates, PlanIntervals intervals, int maxDoc, Func<TermScores> scores, BitMemory memory, CancellationToken cancellation)
    : Evaluator
{
    private const int ArticlesBetweenCancellationChecks = 1024;

    /// <summary>Articles that were found last.</summary>
    private readonly CountedArticles counted = new();

    /// <summary>True if the articles found last are all matches of the segment.</summary>
    private bool hasAll;
    private TermScores? scoring;

    public override long Cost => candidates.Cost;

    public override void AddTo(Span<long> found)
    {
        if (!hasAll)
        {
            var rented = memory.Rent();
            var words = rented.AsSpan(0, found.Length);
            candidates.AddTo(words);
            KeepMatches(words);
            memory.GiveBack(rented);
            hasAll = true;
        }

        BitWords.Set(found, counted.Docs);
    }

    public override void Keep(Span<long> found)
    {
        if (hasAll)
        {
            var all = memory.Rent();
            AddTo(all.AsSpan(0, found.Length));
            BitWords.And(found, all);
            memory.GiveBack(all);
            return;
        }

        candidates.Keep(found);
        KeepMatches(found);
    }

    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        scoring ??= scores();
        intervals.StartAmong([], maxDoc);
        for (var i = 0; i < docs.Length; i++)
        {
            var freq = counted.Of(docs[i]) is var known and > 0 ? known : hasAll ? 0 : intervals.CountIn(docs[i]);
            into[i] = freq == 0 ? 0 : scoring.Of(docs[i], freq);
        }
    }

    private void KeepMatches(Span<long> found)
    {
        counted.Clear();
        intervals.StartAmong(found, maxDoc);
        var looked = 0;
        for (var word = 0; word < found.Length; word++)
        {
            for (var left = (ulong)found[word]; left != 0; left &= left - 1)
            {
                if (++looked % ArticlesBetweenCancellationChecks == 0)
                    cancellation.ThrowIfCancellationRequested();
                var bit = BitOperations.TrailingZeroCount(left);
                var doc = (word * BitWords.Size) + bit;
                if (intervals.CountIn(doc) is var freq and > 0)
                {
                    counted.Add(doc, freq);
                }
                else
                {
                    found[word] &= ~(1L << bit);
                }
            }
        }
    }
}
