using NewsIndex.Articles;
using NewsIndex.Positions;

namespace NewsIndex.Results;

/// <summary>Finds the matches of a query in an article: each word that is part of a match of its whole group.</summary>
internal sealed class MatchFinder
{
    private readonly MarkedPositions positions;
    private readonly List<TextRange> ranges = [];

    private MatchFinder(MarkedPositions positions) => this.positions = positions;

    /// <param name="positions">Those of the article.</param>
    /// <param name="marks">The plans whose matches are wanted.</param>
    /// <returns>Matches in the headline and in the body, sorted by start, with offsets into either text.</returns>
    public static (List<TextRange> Headline, List<TextRange> Body) Find(
        MarkedPositions positions, Article article, IReadOnlyList<PositionPlan> marks)
    {
        var finder = new MatchFinder(positions);
        foreach (var mark in marks)
            finder.Collect(mark, IntervalIterator.Of(mark, positions).Read());

        var bodyOffset = ArticleWords.BodyOffset(article);
        finder.ranges.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var headline = finder.ranges.Where(range => range.End <= article.Headline.Length).ToList();
        var body = finder.ranges.Where(range => range.Start >= bodyOffset && range.End > article.Headline.Length)
            .Select(range => new TextRange(range.Start - bodyOffset, range.End - bodyOffset)).ToList();
        return (headline, body);
    }

    /// <param name="outer">The matches of the group around it, sorted by start.</param>
    private void CollectPart(PositionPlan part, List<Interval> outer) =>
        Collect(part, Inside(IntervalIterator.OfPart(part, positions).Read(), outer));

    /// <param name="own">The matches of the plan, sorted by start.</param>
    private void Collect(PositionPlan plan, List<Interval> own)
    {
        if (own.Count == 0)
            return;
        switch (plan)
        {
            case PositionPlan.Terms terms:
                ranges.AddRange(own.Select(each => positions.RangeAt(terms, each.Start)));
                break;
            case PositionPlan.Sequence { Slop: 0 } sequence:
                foreach (var (words, distance) in sequence.Parts)
                    ranges.AddRange(own.Select(each => positions.RangeAt(words, each.Start + distance)));

                break;
            case PositionPlan.Sequence sequence:
                CollectAll(sequence.Parts.Select(part => (PositionPlan)part.Words), own);
                break;
            case PositionPlan.Any any:
                CollectAll(any.Parts, own);
                break;
            case PositionPlan.Near near:
                CollectAll([near.Left, near.Right], own);
                break;
            case PositionPlan.NotNear apart:
                CollectPart(apart.Wanted, own);
                break;
            case PositionPlan.Within within:
                CollectPart(within.Part, own);
                break;
            case PositionPlan.AtLeast often:
                CollectPart(often.Part, own);
                break;
            case PositionPlan.Quoted quoted:
                // The same words may stand unquoted between speaker and quotation.
                if (quoted.Words is { } inside)
                    CollectPart(inside, Inside(IntervalIterator.OfPart(quoted with { Speaker = null }, positions).Read(), own));
                if (quoted.Speaker is { } speaker)
                    CollectPart(speaker, own);
                break;
            default:
                throw new InvalidOperationException($"{plan.GetType()} cannot be marked.");
        }
    }

    private void CollectAll(IEnumerable<PositionPlan> parts, List<Interval> outer)
    {
        foreach (var part in parts)
            CollectPart(part, outer);
    }

    /// <summary>The intervals that lie inside one of the others.</summary>
    private static List<Interval> Inside(List<Interval> intervals, List<Interval> outer)
    {
        var inside = new List<Interval>();
        var (next, reach) = (0, -1);
        foreach (var each in intervals)
        {
            while (next < outer.Count && outer[next].Start <= each.Start)
                reach = Math.Max(reach, outer[next++].End);
            if (each.End <= reach)
                inside.Add(each);
        }

        return inside;
    }
}
