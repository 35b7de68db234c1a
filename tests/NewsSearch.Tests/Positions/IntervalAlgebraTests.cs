using CsCheck;
using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Positions;

/// <summary>The algebra against brute force over all combinations of short lists.</summary>
public sealed class IntervalAlgebraTests
{
    private const int LastPosition = 24;
    private const int Iterations = 5_000;

    private static readonly Gen<Interval> AnyInterval =
        Gen.Select(Gen.Int[0, LastPosition], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 6])),
            (start, length) => new Interval(start, start + length));

    private static readonly Gen<List<Interval>> AnyIntervals = AnyInterval.Array[0, 6].Select(InOrder);

    private static readonly Gen<List<Interval>> AnyPlaces = Gen.Int[0, 12].Array[1, 6]
        .Select(places => InOrder(places.Select(place => new Interval(place, place))));

    private static readonly Gen<int[]> AnyUnits = Gen.Int[1, LastPosition].Array[0, 4]
        .Select(starts => starts.Append(0).Distinct().Order().ToArray());

    private static readonly Gen<Proximity> AnyProximity = Gen.Select(
        Gen.Bool.Select(isWords => isWords ? ProximityUnit.Words : ProximityUnit.Sentence),
        Gen.Int[1, 6],
        Gen.Bool,
        (unit, distance, isOrdered) => new Proximity(unit, unit == ProximityUnit.Words ? distance : 0, isOrdered));

    [Fact]
    public void Near_finds_something_exactly_where_a_pair_is_near() =>
        Gen.Select(AnyIntervals, AnyIntervals, AnyProximity, AnyUnits).Sample((left, right, proximity, units) =>
        {
            List<Interval> found = [];
            IntervalAlgebra.Near(left, right, proximity, units, found);
            Assert.Equal(NearPairs(left, right, proximity, units).Count != 0, found.Count != 0);
        }, iter: Iterations);

    [Fact]
    public void Near_marks_only_pairs_that_are_near_and_each_left_part_that_has_one() =>
        Gen.Select(AnyIntervals, AnyIntervals, AnyProximity, AnyUnits).Sample((left, right, proximity, units) =>
        {
            List<Interval> found = [];
            IntervalAlgebra.Near(left, right, proximity, units, found);
            var pairs = NearPairs(left, right, proximity, units);
            Assert.Subset(pairs.Select(pair => Span(pair.Left, pair.Right)).ToHashSet(), found.ToHashSet());
            Assert.All(pairs, pair => Assert.Contains(found, each => each.Contains(pair.Left)));
        }, iter: Iterations);

    [Fact]
    public void Not_near_keeps_exactly_those_without_a_near_or_overlapping_one() =>
        Gen.Select(AnyIntervals, AnyIntervals, AnyProximity, AnyUnits).Sample((wanted, unwanted, proximity, units) =>
        {
            List<Interval> found = [];
            IntervalAlgebra.NotNear(wanted, unwanted, proximity, units, found);
            var near = NearPairs(wanted, unwanted, proximity, units).Select(pair => pair.Left).ToHashSet();
            Assert.Equal(wanted.Where(each => !near.Contains(each) && !unwanted.Exists(other => other.Overlaps(each))), found);
        }, iter: Iterations);

    [Fact]
    public void Side_by_side_finds_every_start_at_which_all_parts_stand() =>
        Gen.Select(AnyPlaces, AnyPlaces, AnyPlaces, Gen.Int[1, 3], Gen.Int[1, 3]).Sample((first, second, third, gap, nextGap) =>
        {
            var parts = new[] { (first, 0), (second, gap), (third, gap + nextGap) };
            List<Interval> found = [];
            IntervalAlgebra.SideBySide(parts, new int[3], found);
            var expected = first.Where(each => Has(second, each.Start + gap) && Has(third, each.Start + gap + nextGap));
            Assert.Equal(expected.Select(each => new Interval(each.Start, each.Start + gap + nextGap)), found);
        }, iter: Iterations);

    [Fact]
    public void A_phrase_with_slop_is_found_exactly_where_distinct_places_need_no_more_moves() =>
        Gen.Select(AnyPlaces, AnyPlaces, AnyPlaces, Gen.Int[1, 4]).Sample((first, second, third, slop) =>
        {
            var parts = new[] { (first, 0), (second, 1), (third, 2) };
            List<Interval> found = [];
            IntervalAlgebra.Sloppy(parts, new int[3], slop, found);
            var isThere = (
                from a in first
                from b in second
                from c in third
                where a != b && b != c && a != c
                let moves = new[] { a.Start, b.Start - 1, c.Start - 2 }
                select moves.Max() - moves.Min()).Any(moves => moves <= slop);
            Assert.Equal(isThere, found.Count != 0);
        }, iter: Iterations);

    private static List<(Interval Left, Interval Right)> NearPairs(List<Interval> left, List<Interval> right, Proximity proximity,
        int[] units) =>
        [.. from a in left from b in right where IsNear(a, b, proximity, units)
            || (!proximity.IsOrdered && IsNear(b, a, proximity, units)) select (a, b)];

    private static bool IsNear(Interval first, Interval second, Proximity proximity, int[] units) =>
        first.End < second.Start && (proximity.Unit == ProximityUnit.Words
            ? second.Start - first.End <= proximity.Distance
            : units.Count(start => start <= first.Start) == units.Count(start => start <= second.End));

    private static Interval Span(Interval a, Interval b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    private static bool Has(List<Interval> places, int position) => places.Exists(each => each.Start == position);

    private static List<Interval> InOrder(IEnumerable<Interval> intervals) =>
        [.. intervals.Distinct().OrderBy(each => each.Start).ThenBy(each => each.End)];
}
