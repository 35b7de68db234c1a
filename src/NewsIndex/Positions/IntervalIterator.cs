using NewsIndex.Queries;

namespace NewsIndex.Positions;

/// <summary>
/// Iterates over articles, and reads in each the intervals at which a plan matches. One list is filled again for every article, so that a
/// search over many allocates none: a result is valid until the next call.
/// </summary>
internal abstract class IntervalIterator
{
    private IntervalIterator()
    {
    }

    protected List<Interval> Found { get; } = [];

    /// <param name="positions">Those of the article to read next.</param>
    public static IntervalIterator Of(PositionPlan plan, ArticlePositions positions) => Of(plan, positions, isPart: false);

    /// <summary>For a part of another plan, which may need intervals that a match as a whole hides.</summary>
    public static IntervalIterator OfPart(PositionPlan plan, ArticlePositions positions) => Of(plan, positions, isPart: true);

    private static IntervalIterator Of(PositionPlan plan, ArticlePositions positions, bool isPart) => plan switch
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

    /// <returns>Sorted by start; empty when the article does not match.</returns>
    public abstract List<Interval> Read();

    private static IReadOnlyList<int> StartsOf(Proximity proximity, ArticlePositions positions) => proximity.Unit switch
    {
        ProximityUnit.Words => [],
        ProximityUnit.Sentence => positions.Breaks(BreakKind.Sentence),
        _ => positions.Breaks(BreakKind.Paragraph),
    };

    private sealed class Terms(PositionPlan.Terms terms, ArticlePositions positions) : IntervalIterator
    {
        public override List<Interval> Read() => positions.Of(terms);
    }

    private sealed class Sequence(PositionPlan.Sequence sequence, ArticlePositions positions) : IntervalIterator
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

    private sealed class Any(IntervalIterator[] parts, bool isOneWord) : IntervalIterator
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

    private sealed class Near(PositionPlan.Near near, ArticlePositions positions) : IntervalIterator
    {
        private readonly IntervalIterator left = OfPart(near.Left, positions);
        private readonly IntervalIterator right = OfPart(near.Right, positions);

        public override List<Interval> Read()
        {
            Found.Clear();
            if (left.Read() is { Count: > 0 } first && right.Read() is { Count: > 0 } second)
                IntervalAlgebra.Near(first, second, near.Proximity, StartsOf(near.Proximity, positions), Found);
            return Found;
        }
    }

    /// <summary>
    /// Every near pair. The nearest alone would hide another from the group around it: in "oil … price … price … fall",
    /// <c>(oil NEAR/5 price) NEAR/5 fall</c> needs the second price.
    /// </summary>
    private sealed class EveryNear(PositionPlan.Near near, ArticlePositions positions) : IntervalIterator
    {
        private readonly IntervalIterator left = OfPart(near.Left, positions);
        private readonly IntervalIterator right = OfPart(near.Right, positions);

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

    private sealed class NotNear(PositionPlan.NotNear apart, ArticlePositions positions) : IntervalIterator
    {
        private readonly IntervalIterator wanted = OfPart(apart.Wanted, positions);
        private readonly IntervalIterator unwanted = OfPart(apart.Unwanted, positions);

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

    private sealed class Within(PositionPlan.Within within, IntervalIterator part) : IntervalIterator
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

    private sealed class AtLeast(PositionPlan.AtLeast often, IntervalIterator part) : IntervalIterator
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

    private sealed class Quoted(PositionPlan.Quoted quoted, ArticlePositions positions) : IntervalIterator
    {
        private readonly IntervalIterator? words = quoted.Words is null ? null : OfPart(quoted.Words, positions);
        private readonly IntervalIterator? speaker = quoted.Speaker is null ? null : OfPart(quoted.Speaker, positions);

        public override List<Interval> Read() =>
            IntervalAlgebra.Quoted(
                words?.Read(), speaker?.Read(), positions.Breaks(BreakKind.Quotation), positions.Breaks(BreakKind.Paragraph));
    }
}
