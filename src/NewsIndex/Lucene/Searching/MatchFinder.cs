using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Lucene.Positions;
using NewsIndex.Positions;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Searching;

/// <summary>Where a query matches in one article: every word of it that stands where the whole of its group does.</summary>
internal sealed class MatchFinder
{
    private readonly HitPositions positions;
    private readonly List<TextRange> ranges = [];

    private MatchFinder(HitPositions positions) => this.positions = positions;

    /// <returns>Matches in the headline and in the body, each in order of their start and with offsets into that text.</returns>
    public static (List<TextRange> Headline, List<TextRange> Body) Find(
        AtomicReader segment, int doc, Article article, IReadOnlyList<PositionPlan> marks)
    {
        var finder = new MatchFinder(new HitPositions(segment, doc, article));
        foreach (var mark in marks)
            finder.Collect(mark, PlaceReader.Of(mark, finder.positions).Read());

        // In a field of two zones, offsets go on from one to the next with a gap of one.
        var bodyOffset = article.Headline.Length == 0 ? 0 : article.Headline.Length + 1;
        finder.ranges.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var headline = finder.ranges.Where(range => range.End <= article.Headline.Length).ToList();
        var body = finder.ranges.Where(range => range.Start >= bodyOffset && range.End > article.Headline.Length)
            .Select(range => new TextRange(range.Start - bodyOffset, range.End - bodyOffset)).ToList();
        return (headline, body);
    }

    /// <param name="outer">Where the group around it stands, in order of the start.</param>
    private void CollectPart(PositionPlan part, List<Interval> outer) =>
        Collect(part, Inside(PlaceReader.OfPart(part, positions).Read(), outer));

    /// <param name="own">Where the plan stands, in order of the start.</param>
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
                // Between speaker and quotation the same words may stand unquoted.
                CollectPart(quoted.Words, Inside(PlaceReader.OfPart(quoted with { Speaker = null }, positions).Read(), own));
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

    /// <summary>Those that lie in one of the others.</summary>
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
