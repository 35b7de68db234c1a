using NewsIndex.Lucene.Documents;
using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Positions;

/// <summary>
/// Finds where a plan stands, in one article after another. Its list is filled again for each, so that a search over many articles makes
/// none: what was read is good until the next reading.
/// </summary>
internal abstract class PlaceReader
{
    private PlaceReader()
    {
    }

    protected List<Interval> Found { get; } = [];

    /// <param name="positions">Says which article, and where its words stand.</param>
    public static PlaceReader Of(PositionPlan plan, ArticlePositions positions) => Of(plan, positions, isPart: false);

    /// <summary>Of a plan inside another, whose place decides whether the outer one stands.</summary>
    public static PlaceReader OfPart(PositionPlan plan, ArticlePositions positions) => Of(plan, positions, isPart: true);

    private static PlaceReader Of(PositionPlan plan, ArticlePositions positions, bool isPart) => plan switch
    {
        PositionPlan.Terms terms => new Terms(terms, positions),
        PositionPlan.Sequence sequence => new Sequence(sequence, positions),
        PositionPlan.Any any => new Any([.. any.Parts.Select(part => Of(part, positions, isPart))], any.IsOneWord),
        PositionPlan.Near near when isPart => new EveryNear(near, positions),
        PositionPlan.Near near => new Near(near, positions),
        PositionPlan.NotNear apart => new NotNear(apart, positions),
        PositionPlan.Within within => new Within(within, OfPart(within.Part, positions)),
        PositionPlan.AtLeast often => new AtLeast(often, Of(often.Part, positions)),
        PositionPlan.Quoted quoted => new Quoted(quoted, positions),
        _ => throw new InvalidOperationException($"{plan.GetType()} has no positions."),
    };

    /// <returns>In order of the start; empty when the article does not match.</returns>
    public abstract List<Interval> Read();

    private static IReadOnlyList<int> StartsOf(Proximity proximity, ArticlePositions positions) => proximity.Unit switch
    {
        ProximityUnit.Words => [],
        ProximityUnit.Sentence => positions.Breaks(BreakTokens.Sentence),
        _ => positions.Breaks(BreakTokens.Paragraph),
    };

    private sealed class Terms(PositionPlan.Terms terms, ArticlePositions positions) : PlaceReader
    {
        public override List<Interval> Read() => positions.Of(terms);
    }

    private sealed class Sequence(PositionPlan.Sequence sequence, ArticlePositions positions) : PlaceReader
    {
        private readonly (List<Interval> Places, int Distance)[] parts = new (List<Interval>, int)[sequence.Parts.Count];
        private readonly int[] next = new int[sequence.Parts.Count];

        public override List<Interval> Read()
        {
            Found.Clear();
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = (positions.Of(sequence.Parts[i].Words), sequence.Parts[i].Distance);
                if (parts[i].Places.Count == 0)
                    return Found;
            }

            Array.Clear(next);
            if (sequence.Slop == 0)
                IntervalAlgebra.SideBySide(parts, next, Found);
            else
                IntervalAlgebra.Sloppy(parts, next, sequence.Slop, Found);
            return Found;
        }
    }

    private sealed class Any(PlaceReader[] parts, bool isOneWord) : PlaceReader
    {
        public override List<Interval> Read()
        {
            if (parts.Length == 1)
                return parts[0].Read();
            Found.Clear();
            foreach (var part in parts)
                Found.AddRange(part.Read());
            IntervalAlgebra.PutInOrder(Found);
            if (isOneWord)
                IntervalAlgebra.KeepLongest(Found);
            return Found;
        }
    }

    private sealed class Near(PositionPlan.Near near, ArticlePositions positions) : PlaceReader
    {
        private readonly PlaceReader left = OfPart(near.Left, positions);
        private readonly PlaceReader right = OfPart(near.Right, positions);

        public override List<Interval> Read()
        {
            Found.Clear();
            if (left.Read() is { Count: > 0 } first && right.Read() is { Count: > 0 } second)
                IntervalAlgebra.Near(first, second, near.Proximity, StartsOf(near.Proximity, positions), Found);
            return Found;
        }
    }

    /// <summary>
    /// Every pair that is near. The nearest pair alone would hide another from the group around it: of "oil … price … price … fall",
    /// <c>(oil NEAR/5 price) NEAR/5 fall</c> needs the second price.
    /// </summary>
    private sealed class EveryNear(PositionPlan.Near near, ArticlePositions positions) : PlaceReader
    {
        private readonly PlaceReader left = OfPart(near.Left, positions);
        private readonly PlaceReader right = OfPart(near.Right, positions);

        public override List<Interval> Read()
        {
            Found.Clear();
            if (left.Read() is not { Count: > 0 } first || right.Read() is not { Count: > 0 } second)
                return Found;
            var starts = StartsOf(near.Proximity, positions);
            var byEnd = IntervalAlgebra.ByEnd(second);
            foreach (var each in first)
            {
                var before = Found.Count;
                IntervalAlgebra.AllNear(each, second, byEnd, near.Proximity, starts, Found);
                positions.Charge(Found.Count - before);
            }

            IntervalAlgebra.PutInOrder(Found);
            return Found;
        }
    }

    private sealed class NotNear(PositionPlan.NotNear apart, ArticlePositions positions) : PlaceReader
    {
        private readonly PlaceReader wanted = OfPart(apart.Wanted, positions);
        private readonly PlaceReader unwanted = OfPart(apart.Unwanted, positions);

        public override List<Interval> Read()
        {
            var places = wanted.Read();
            if (places.Count == 0 || unwanted.Read() is not { Count: > 0 } others)
                return places;
            Found.Clear();
            IntervalAlgebra.NotNear(places, others, apart.Proximity, StartsOf(apart.Proximity, positions), Found);
            return Found;
        }
    }

    private sealed class Within(PositionPlan.Within within, PlaceReader part) : PlaceReader
    {
        public override List<Interval> Read()
        {
            Found.Clear();
            foreach (var each in part.Read())
            {
                if (each.Start >= within.From && each.End < within.To)
                    Found.Add(each);
            }

            return Found;
        }
    }

    private sealed class AtLeast(PositionPlan.AtLeast often, PlaceReader part) : PlaceReader
    {
        public override List<Interval> Read()
        {
            var all = part.Read();
            var (times, last) = (0, -1);
            foreach (var each in all)
            {
                times += each.Start == last ? 0 : 1;
                last = each.Start;
            }

            return times >= often.Times ? all : Found;
        }
    }

    private sealed class Quoted(PositionPlan.Quoted quoted, ArticlePositions positions) : PlaceReader
    {
        private readonly PlaceReader words = OfPart(quoted.Words, positions);
        private readonly PlaceReader? speaker = quoted.Speaker is null ? null : OfPart(quoted.Speaker, positions);

        public override List<Interval> Read() =>
            IntervalAlgebra.Quoted(words.Read(), speaker?.Read(), positions.Breaks(BreakTokens.Quotation), positions.Breaks(BreakTokens.Paragraph));
    }
}
