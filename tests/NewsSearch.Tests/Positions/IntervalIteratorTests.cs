using CsCheck;
using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Positions;

/// <summary>Iterators of every kind of plan against definitions that look at all combinations.</summary>
public sealed class IntervalIteratorTests
{
    private const int LastPosition = 24;
    private const int Iterations = 3_000;

    private static readonly string[] Alphabet = ["a", "b", "c", "d"];

    private static readonly Gen<int[]> AnyPositions =
        Gen.Int[0, LastPosition].Array[0, 5].Select(each => each.Distinct().Order().ToArray());

    private static readonly Gen<Proximity> AnyProximity = Gen.Select(
        Gen.Int[0, 3], Gen.Int[1, 6], Gen.Bool,
        (unit, distance, isOrdered) => unit switch
        {
            0 => new Proximity(ProximityUnit.Sentence, 0, isOrdered),
            1 => new Proximity(ProximityUnit.Paragraph, 0, isOrdered),
            _ => new Proximity(ProximityUnit.Words, distance, isOrdered),
        });

    private static readonly Gen<PositionPlan.Terms> AnyTerms = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool, (first, second, isOne) =>
        isOne || first == second ? Terms(Alphabet[first]) : Terms(Alphabet[first], Alphabet[second]));

    private static readonly Gen<PositionPlan.Sequence> AnySequence = Gen.Select(AnyTerms, AnyTerms, AnyTerms, Gen.Int[1, 2], Gen.Bool,
        (first, second, third, gap, isShort) => new PositionPlan.Sequence(
            isShort ? [(first, 0), (second, gap)] : [(first, 0), (second, gap), (third, gap + 1)], 0));

    private static readonly Gen<ListedPositions> AnyArticle = Gen.Select(
        AnyPositions.Array[4], AnyPositions, AnyPositions, AnyPositions,
        (words, sentences, paragraphs, quotations) => new ListedPositions(
            Alphabet.Zip(words).ToDictionary(pair => pair.First, pair => pair.Second),
            new Dictionary<BreakKind, int[]>
            {
                [BreakKind.Sentence] = [.. sentences.Concat(paragraphs).Append(0).Distinct().Order()],
                [BreakKind.Paragraph] = [.. paragraphs.Append(0).Distinct().Order()],
                [BreakKind.Quotation] = quotations,
            }));

    [Fact]
    public void A_part_has_every_interval_that_its_definition_gives() =>
        Gen.Select(AnyPlan(3), AnyArticle).Sample((plan, article) =>
            Assert.Equal(InOrder(Defined(plan, article)), IntervalIterator.OfPart(plan, article).Read()), iter: Iterations);

    [Fact]
    public void A_plan_matches_the_articles_that_it_matches_as_a_part() =>
        Gen.Select(AnyPlan(3), AnyArticle).Sample((plan, article) =>
        {
            var found = IntervalIterator.Of(plan, article).Read();
            Assert.Equal(Defined(plan, article).Any(), found.Count > 0);
            Assert.Equal(InOrder(found), found);
        }, iter: Iterations);

    [Fact]
    public void An_iterator_reads_the_same_again() =>
        Gen.Select(AnyPlan(2), AnyArticle).Sample((plan, article) =>
        {
            var iterator = IntervalIterator.Of(plan, article);
            List<Interval> first = [.. iterator.Read()];
            Assert.Equal(first, iterator.Read());
        }, iter: Iterations);

    [Fact]
    public void Slop_matches_where_words_at_distinct_positions_need_no_more_moves() =>
        Gen.Select(AnyTerms, AnyTerms, Gen.Int[1, 4], AnyArticle).Sample((first, second, slop, article) =>
        {
            var found = IntervalIterator.Of(new PositionPlan.Sequence([(first, 0), (second, 1)], slop), article).Read();
            var spans =
                from a in article.Of(first)
                from b in article.Of(second)
                where a != b && Math.Abs(b.Start - 1 - a.Start) <= slop
                select new Interval(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));
            var all = spans.ToHashSet();
            Assert.Equal(all.Count > 0, found.Count > 0);
            Assert.Subset(all, found.ToHashSet());
        }, iter: Iterations);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 0)]
    public void At_least_keeps_all_intervals_of_an_article_that_has_enough(int times, int expected)
    {
        var article = new ListedPositions(new Dictionary<string, int[]> { ["a"] = [1, 5, 6], ["b"] = [9] });
        var often = new PositionPlan.AtLeast(new PositionPlan.Any([Terms("a"), Terms("b")]), times);
        Assert.Equal(expected, IntervalIterator.Of(often, article).Read().Count);
    }

    [Fact]
    public void Intervals_with_one_start_count_once_toward_at_least()
    {
        var article = new ListedPositions(new Dictionary<string, int[]> { ["a"] = [1], ["b"] = [2] });
        var twice = new PositionPlan.Any([Terms("a"), new PositionPlan.Sequence([(Terms("a"), 0), (Terms("b"), 1)], 0)]);
        Assert.Equal(2, IntervalIterator.Of(twice, article).Read().Count);
        Assert.Empty(IntervalIterator.Of(new PositionPlan.AtLeast(twice, 2), article).Read());
    }

    [Fact]
    public void A_near_inside_another_finds_the_pair_that_the_nearest_hides()
    {
        var article = new ListedPositions(new Dictionary<string, int[]> { ["oil"] = [0], ["price"] = [1, 5], ["fall"] = [10] });
        var within5 = new Proximity(ProximityUnit.Words, 5, false);
        var plan = new PositionPlan.Near(new PositionPlan.Near(Terms("oil"), Terms("price"), within5), Terms("fall"), within5);
        Assert.Equal([new Interval(0, 10)], IntervalIterator.Of(plan, article).Read());
    }

    [Fact]
    public void Pairs_of_a_near_inside_another_are_charged_to_the_budget()
    {
        var words = new Dictionary<string, int[]> { ["a"] = [1, 3, 5], ["b"] = [2, 4, 6], ["c"] = [7] };
        var everywhere = new Proximity(ProximityUnit.Words, 50, false);
        var plan = new PositionPlan.Near(new PositionPlan.Near(Terms("a"), Terms("b"), everywhere), Terms("c"), everywhere);
        Assert.NotEmpty(IntervalIterator.Of(plan, new ListedPositions(words, budget: new PositionBudget(9))).Read());
        Assert.Throws<QueryTooExpensiveException>(() =>
            IntervalIterator.Of(plan, new ListedPositions(words, budget: new PositionBudget(8))).Read());
    }

    private static Gen<PositionPlan> AnyPlan(int depth)
    {
        var simple = Gen.OneOf(AnyTerms.Select(each => (PositionPlan)each), AnySequence.Select(each => (PositionPlan)each));
        if (depth == 0)
            return simple;
        var part = AnyPlan(depth - 1);
        return Gen.OneOf<PositionPlan>(
            simple,
            Gen.Select(part, part, Gen.Bool, PositionPlan (left, right, isOneWord) =>
                new PositionPlan.Any([left, right]) { IsOneWord = isOneWord }),
            Gen.Select(part, part, AnyProximity, PositionPlan (left, right, proximity) => new PositionPlan.Near(left, right, proximity)),
            Gen.Select(part, part, AnyProximity, PositionPlan (left, right, proximity) => new PositionPlan.NotNear(left, right, proximity)),
            Gen.Select(part, Gen.Int[0, 12], Gen.Int[0, 16], PositionPlan (inner, from, length) =>
                new PositionPlan.Within(inner, from, from + length)),
            Gen.Select(simple, Gen.Int[1, 3], PositionPlan (inner, times) => new PositionPlan.AtLeast(inner, times)),
            Gen.Select(part, part, Gen.Int[0, 2], PositionPlan (words, speaker, missing) =>
                new PositionPlan.Quoted(missing == 1 ? null : words, missing == 2 ? null : speaker)));
    }

    /// <summary>All intervals of a plan, by its definition.</summary>
    private static IEnumerable<Interval> Defined(PositionPlan plan, ListedPositions article) => plan switch
    {
        PositionPlan.Terms terms => article.Of(terms),
        PositionPlan.Sequence sequence => DefinedSequence(sequence, article),
        PositionPlan.Any { IsOneWord: true } any => any.Parts.SelectMany(part => Defined(part, article))
            .GroupBy(each => each.Start).Select(same => same.MaxBy(each => each.End)),
        PositionPlan.Any any => any.Parts.SelectMany(part => Defined(part, article)),
        PositionPlan.Near near =>
            from left in Defined(near.Left, article)
            from right in Defined(near.Right, article)
            where AreNear(left, right, near.Proximity, article)
            select new Interval(Math.Min(left.Start, right.Start), Math.Max(left.End, right.End)),
        PositionPlan.NotNear apart => Defined(apart.Wanted, article).Where(wanted => !Defined(apart.Unwanted, article)
            .Any(unwanted => unwanted.Overlaps(wanted) || AreNear(wanted, unwanted, apart.Proximity, article))),
        PositionPlan.Within within => Defined(within.Part, article).Where(each => each.Start >= within.From && each.End < within.To),
        PositionPlan.AtLeast often => Defined(often.Part, article).Select(each => each.Start).Distinct().Count() >= often.Times
            ? Defined(often.Part, article)
            : [],
        PositionPlan.Quoted quoted => DefinedQuoted(quoted, article),
        _ => throw new InvalidOperationException($"{plan.GetType()} is not defined."),
    };

    private static IEnumerable<Interval> DefinedSequence(PositionPlan.Sequence sequence, ListedPositions article) =>
        article.Of(sequence.Parts[0].Words)
            .Where(first => sequence.Parts.All(part => article.Of(part.Words).Exists(each => each.Start == first.Start + part.Distance)))
            .Select(first => new Interval(first.Start, first.Start + sequence.Parts[^1].Distance));

    private static IEnumerable<Interval> DefinedQuoted(PositionPlan.Quoted quoted, ListedPositions article)
    {
        var marks = article.Breaks(BreakKind.Quotation);
        var paragraphs = article.Breaks(BreakKind.Paragraph);
        var whole = marks.Where((_, i) => i % 2 == 0 && i + 1 < marks.Count && marks[i + 1] > marks[i])
            .Select((start, _) => new Interval(start, marks.First(mark => mark > start) - 1));
        var inside = InOrder(quoted.Words is { } asked ? Defined(asked, article) : whole)
            .Where(each => UnitOf(each.Start, marks) % 2 == 1 && UnitOf(each.Start, marks) == UnitOf(each.End, marks));
        if (quoted.Speaker is null)
            return inside;
        var outside = InOrder(Defined(quoted.Speaker, article)).Where(each => UnitOf(each.Start, marks) % 2 == 0).ToList();
        return
            from words in inside
            let speakers = outside.Where(speaker => UnitOf(speaker.Start, paragraphs) == UnitOf(words.Start, paragraphs)).ToList()
            where speakers.Count > 0
            select new Interval(Math.Min(words.Start, speakers[0].Start), Math.Max(words.End, speakers[0].End));
    }

    private static bool AreNear(Interval left, Interval right, Proximity proximity, ListedPositions article) =>
        IsBefore(left, right, proximity, article) || (!proximity.IsOrdered && IsBefore(right, left, proximity, article));

    private static bool IsBefore(Interval first, Interval second, Proximity proximity, ListedPositions article)
    {
        if (first.End >= second.Start)
            return false;
        if (proximity.Unit == ProximityUnit.Words)
            return second.Start - first.End <= proximity.Distance;
        var starts = article.Breaks(proximity.Unit == ProximityUnit.Sentence ? BreakKind.Sentence : BreakKind.Paragraph);
        return UnitOf(first.Start, starts) == UnitOf(second.End, starts);
    }

    private static int UnitOf(int position, IReadOnlyList<int> starts) => starts.Count(start => start <= position);

    private static List<Interval> InOrder(IEnumerable<Interval> intervals) =>
        [.. intervals.Distinct().OrderBy(each => each.Start).ThenBy(each => each.End)];

    private static PositionPlan.Terms Terms(params string[] words) => PositionPlan.Terms.Of(TextFields.Stems, words);
}
