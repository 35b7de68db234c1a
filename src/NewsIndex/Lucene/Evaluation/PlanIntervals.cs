using Lucene.Net.Util;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Counts the intervals of a plan in one article after another, in any order.</summary>
internal sealed class PlanIntervals
{
    /// <summary>The expansion size from which it pays to know the articles before postings are opened.</summary>
    private const int ManyWords = 64;

    private readonly EvaluatedPositions positions;
    private readonly IntervalIterator intervals;

    private readonly bool hasManyWords;

    public PlanIntervals(PositionPlan plan, EvaluatedPositions positions)
    {
        this.positions = positions;
        intervals = IntervalIterator.Of(plan, positions);
        hasManyWords = plan.Leaves.Any(leaf => leaf.Words.Count > ManyWords);
    }

    /// <param name="docs">The set of the documents whose intervals will be counted; empty when they are not known.</param>
    /// <param name="count">Number of documents of the segment.</param>
    public void StartAmong(ReadOnlySpan<long> docs, int count) =>
        positions.StartAmong(hasManyWords && !docs.IsEmpty ? new FixedBitSet(docs.ToArray(), count) : null);

    public int CountIn(int doc)
    {
        positions.MoveTo(doc);
        return intervals.Read().Count;
    }
}
