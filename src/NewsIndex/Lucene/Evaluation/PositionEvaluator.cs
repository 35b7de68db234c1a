using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Articles in which a plan of positions has an interval, such as words near each other. Finds the articles that have the words first, and
/// reads the positions of those articles alone.
/// </summary>
/// <param name="candidates">Selects articles that have the words at any position.</param>
internal sealed class PositionEvaluator(
    Evaluator candidates, PlanIntervals intervals, int maxDoc, Func<TermScores> scores, BitMemory memory, CancellationToken cancellation)
    : FrequencyEvaluator(scores, memory, cancellation)
{
    /// <summary>True if the articles found last are all matches of the segment.</summary>
    private bool hasAll;

    public override long Cost => candidates.Cost;

    public override void AddTo(Span<long> found)
    {
        if (!hasAll)
        {
            var rented = Memory.Rent();
            var words = rented.AsSpan(0, found.Length);
            candidates.AddTo(words);
            KeepMatches(words);
            Memory.GiveBack(rented);
            hasAll = true;
        }

        BitWords.Set(found, Found.Docs);
    }

    public override void Keep(Span<long> found)
    {
        if (hasAll)
        {
            var all = Memory.Rent();
            AddTo(all.AsSpan(0, found.Length));
            BitWords.And(found, all);
            Memory.GiveBack(all);
            return;
        }

        candidates.Keep(found);
        KeepMatches(found);
    }

    protected override void BeginCounting(ReadOnlySpan<long> among) => intervals.StartAmong(among, maxDoc);

    protected override int FreqIn(int doc) => hasAll ? 0 : intervals.CountIn(doc);
}
