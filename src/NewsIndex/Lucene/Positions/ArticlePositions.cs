using NewsIndex.Queries;

namespace NewsIndex.Lucene.Positions;

/// <summary>Where the words of one article stand.</summary>
internal abstract class ArticlePositions
{
    /// <summary>In order of their start, without doubles.</summary>
    public abstract List<Interval> Of(PositionPlan.Terms words);

    /// <summary>Where sentences, paragraphs or quotations begin, in order: see <see cref="BreakTokens"/>. The headline is a sentence and a paragraph.</summary>
    public abstract IReadOnlyList<int> Breaks(string term);

    /// <summary>Where a plan stands, in order of the start; empty when the article does not match.</summary>
    public List<Interval> Find(PositionPlan plan)
    {
        switch (plan)
        {
            case PositionPlan.Terms terms:
                return Of(terms);
            case PositionPlan.Sequence { Slop: 0 } sequence:
                return IntervalAlgebra.SideBySide([.. sequence.Parts.Select(part => (Of(part.Words), part.Distance))]);
            case PositionPlan.Sequence sequence:
                return IntervalAlgebra.Sloppy([.. sequence.Parts.Select(part => (Of(part.Words), part.Distance))], sequence.Slop);
            case PositionPlan.Any any:
                return IntervalAlgebra.Union([.. any.Parts.Select(Find)]);
            case PositionPlan.Near near:
                var left = Find(near.Left);
                return left.Count == 0 ? left : IntervalAlgebra.Near(left, Find(near.Right), near.Proximity, StartsOf(near.Proximity));
            case PositionPlan.NotNear apart:
                var wanted = Find(apart.Wanted);
                return wanted.Count == 0 ? wanted : IntervalAlgebra.NotNear(wanted, Find(apart.Unwanted), apart.Proximity, StartsOf(apart.Proximity));
            case PositionPlan.Within within:
                return [.. Find(within.Part).Where(each => each.Start >= within.From && each.End < within.To)];
            case PositionPlan.AtLeast often:
                var all = Find(often.Part);
                return all.Select(each => each.Start).Distinct().Count() >= often.Times ? all : [];
            case PositionPlan.Quoted quoted:
                return IntervalAlgebra.Quoted(Find(quoted.Words), quoted.Speaker is null ? null : Find(quoted.Speaker), Breaks(BreakTokens.Quotation), Breaks(BreakTokens.Paragraph));
            default:
                throw new InvalidOperationException($"{plan.GetType()} has no positions.");
        }
    }

    private IReadOnlyList<int> StartsOf(Proximity proximity) => proximity.Unit switch
    {
        ProximityUnit.Words => [],
        ProximityUnit.Sentence => Breaks(BreakTokens.Sentence),
        _ => Breaks(BreakTokens.Paragraph),
    };
}
