using NewsIndex.Positions;

namespace NewsSearch.Tests.Positions;

/// <summary>An article of words that stand at given positions.</summary>
internal sealed class ListedPositions(
    IReadOnlyDictionary<string, int[]> words, IReadOnlyDictionary<BreakKind, int[]>? breaks = null, PositionBudget? budget = null)
    : ArticlePositions
{
    public override List<Interval> Of(PositionPlan.Terms terms) =>
    [
        .. terms.Words.SelectMany(word => words.GetValueOrDefault(word) ?? []).Distinct().Order()
            .Select(position => new Interval(position, position)),
    ];

    public override IReadOnlyList<int> Breaks(BreakKind kind) => breaks?.GetValueOrDefault(kind) ?? [];

    public override void Charge(int intervals) => budget?.Take(intervals);
}
