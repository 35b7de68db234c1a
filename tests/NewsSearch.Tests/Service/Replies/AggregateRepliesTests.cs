using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Replies;

namespace NewsSearch.Tests.Service.Replies;

public sealed class AggregateRepliesTests
{
    private static readonly AggregatePlan Plan = new() { Query = new Query.Word("storm") };

    private static readonly Aggregation Counted = new(new HitTotal(10, 9, 8), new Generation(7, 0xa), [], ["a notice"]);

    [Fact]
    public void What_was_not_asked_for_is_not_sent()
    {
        var sent = AggregateReplies.From(Counted, Plan, []);
        Assert.Equal((10L, "storm", "7-000000000000000a"), (sent.Total.Value, sent.CanonicalQuery, sent.Generation));
        Assert.Null(sent.Timeline);
        Assert.Null(sent.Terms);
        Assert.Null(sent.Occurrences);
        Assert.Null(sent.EmptyResult);
        Assert.Empty(sent.Facets);
    }

    [Theory]
    [InlineData(FacetField.Source, "source")]
    [InlineData(FacetField.Language, "language")]
    [InlineData(FacetField.Section, "section")]
    [InlineData(FacetField.Author, "author")]
    [InlineData(FacetField.Tag, "tag")]
    [InlineData(FacetField.Person, "person")]
    [InlineData(FacetField.Organization, "organization")]
    [InlineData(FacetField.Place, "place")]
    public void A_facet_has_the_name_that_requests_use(FacetField field, string name)
    {
        var counted = Counted with { Facets = [new Facet(field, [new FacetValue("Q1", "One", 2)], 5)] };
        var facet = Assert.Single(AggregateReplies.From(counted, Plan, []).Facets);
        Assert.Equal((name, 5, "Q1", "One", 2L),
            (facet.Field, facet.Distinct, facet.Values[0].Id, facet.Values[0].Name, facet.Values[0].Articles));
    }

    [Theory]
    [InlineData(CountRelation.Exact, false, V1.Total.Types.Relation.Unspecified)]
    [InlineData(CountRelation.Approximate, true, V1.Total.Types.Relation.Approximate)]
    public void A_facet_says_how_precise_it_is_unless_it_is_exact(CountRelation counted, bool isSent, V1.Total.Types.Relation relation)
    {
        var facet = new Facet(FacetField.Source, [], 5) { Relation = counted };
        var sent = Assert.Single(AggregateReplies.From(Counted with { Facets = [facet] }, Plan, []).Facets);
        Assert.Equal((isSent, relation), (sent.HasRelation, sent.Relation));
    }

    [Theory]
    [InlineData(3, 12, 250)]
    [InlineData(0, 12, 0)]
    [InlineData(3, 0, 0)]
    public void Articles_per_thousand_are_those_of_the_archive(long articles, long archive, double perThousand)
    {
        var counted = new TimelineBucket(PartialDate.OfMonth(1987, 10), articles, 4, archive, 500, true);
        var sent = AggregateReplies.From(Counted with { Timeline = new Timeline([counted], 6, 7) }, Plan, []).Timeline;
        Assert.Equal((6L, 7L), (sent.Undated, sent.Imprecise));
        var bucket = Assert.Single(sent.Buckets);
        Assert.Equal(("1987-10", articles, 4L, archive, 500L, perThousand, true),
            (bucket.Start, bucket.Articles, bucket.Occurrences, bucket.ArchiveArticles, bucket.ArchiveWords, bucket.PerThousand,
            bucket.Partial));
    }

    [Fact]
    public void Terms_and_occurrences_are_sent_with_their_denominators()
    {
        var sent = AggregateReplies.From(Counted with
        {
            Terms = new DistinctiveTerms(10, [new TermCount("storm", 9, 20, 0)], [new TermCount("surge", 4, 4, 31.5)]),
            Occurrences = (12, 3456),
        }, Plan, []);
        Assert.Equal((10L, "storm", 9L, 20L),
            (sent.Terms.Sample, sent.Terms.Top[0].Word, sent.Terms.Top[0].Articles, sent.Terms.Top[0].ArchiveArticles));
        Assert.Equal(("surge", 31.5), (sent.Terms.Distinctive[0].Word, sent.Terms.Distinctive[0].Significance));
        Assert.Equal((12L, 3456L), (sent.Occurrences.Matches, sent.Occurrences.Words));
    }

    [Fact]
    public void Notices_of_reading_come_before_those_of_counting() =>
        Assert.Equal(["read so", "a notice"], AggregateReplies.From(Counted, Plan, ["read so"]).Notices);
}
