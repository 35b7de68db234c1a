using Google.Rpc;
using Grpc.Core;
using NewsIndex.Queries;
using NewsSearch.V1;
using SearchService.Requests;
using FacetSelection = NewsSearch.V1.FacetSelection;

namespace NewsSearch.Tests.Service.Requests;

public sealed class AggregateRequestsTests
{
    private static readonly SearchRequests Searches = new(new QueryLimits { Clauses = 20 }, ManualClock.Start);

    [Fact]
    public void An_empty_request_counts_articles_alone()
    {
        var plan = PlanOf(new AggregateRequest());
        Assert.Equal((new Query.Everything(), 10), (plan.Query, plan.Limit));
        Assert.Equal((0, 0, false, false),
            (plan.Facets.Count, plan.Selections.Count, plan.WithTerms, plan.WithOccurrences));
        Assert.Null(plan.Timeline);
    }

    [Theory]
    [InlineData("source", FacetField.Source)]
    [InlineData("language", FacetField.Language)]
    [InlineData("section", FacetField.Section)]
    [InlineData("author", FacetField.Author)]
    [InlineData("tag", FacetField.Tag)]
    [InlineData("person", FacetField.Person)]
    [InlineData("organization", FacetField.Organization)]
    [InlineData("place", FacetField.Place)]
    public void Facets_have_names_and_count_once_each(string name, FacetField facet) =>
        Assert.Equal([facet], PlanOf(new AggregateRequest { Facets = { name, name } }).Facets);

    [Theory]
    [InlineData("year", TimelineInterval.Year)]
    [InlineData("month", TimelineInterval.Month)]
    [InlineData("week", TimelineInterval.Week)]
    [InlineData("day", TimelineInterval.Day)]
    [InlineData("hour", TimelineInterval.Hour)]
    public void Intervals_have_names(string name, TimelineInterval interval) =>
        Assert.Equal(new TimelinePlan(interval, null, false), PlanOf(new AggregateRequest { Timeline = name }).Timeline);

    [Fact]
    public void A_timeline_is_of_a_time_zone_and_may_be_beside_the_archive()
    {
        var timeline = PlanOf(new AggregateRequest { Timeline = "day", TimeZone = "Europe/Paris", WithArchive = true }).Timeline!;
        Assert.Equal(("Europe/Paris", true), (timeline.TimeZone!.Id, timeline.WithArchive));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 1)]
    [InlineData(1000, 1000)]
    public void Limits_are_1_to_1000(int asked, int meant) => Assert.Equal(meant, PlanOf(new AggregateRequest { Limit = asked }).Limit);

    [Fact]
    public void Filters_are_those_of_a_search()
    {
        var plan = PlanOf(new AggregateRequest
        {
            Query = "storm",
            Published = new NewsSearch.V1.DateRange { From = "1987", To = "1987" },
            Entities = { new EntityFilter { Name = "UN" } },
            Sources = { "A" },
            Since = "7-000000000000000a",
            Duplicates = Duplicates.Collapse,
        });
        Assert.Equal("storm AND date:1987 AND entity:\"UN\" AND source:\"A\" AND since:7-000000000000000a AND dup:first",
            plan.Query.ToString());
    }

    [Fact]
    public void Selected_values_count_once_each_and_the_empty_one_stands_for_none()
    {
        var selection = Assert.Single(PlanOf(new AggregateRequest
        {
            Selections = { new FacetSelection { Field = "source", Values = { "A", "", "A" } } },
        }).Selections);
        Assert.Equal(FacetField.Source, selection.Field);
        Assert.Equal(["A", ""], selection.Values);
    }

    [Fact]
    public void Selected_values_count_as_clauses()
    {
        var values = Enumerable.Range(0, 20).Select(i => $"S{i}").ToList();
        Assert.Equal(19, PlanOf(Selecting("source", values.Take(19))).Selections[0].Values.Count);
        var failure = Assert.Throws<RpcException>(() => PlanOf(Selecting("source", values)));
        Assert.Equal("QUERY_TOO_EXPENSIVE", failure.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    public static TheoryData<string, AggregateRequest> Refused => new()
    {
        { "facets[1]", new() { Facets = { "source", "sources" } } },
        { "limit", new() { Limit = 1001 } },
        { "limit", new() { Limit = -1 } },
        { "timeline", new() { Timeline = "decade" } },
        { "time_zone", new() { Timeline = "day", TimeZone = "Mars" } },
        { "selections[0].field", Selecting("sources", ["A"]) },
        { "selections[0].values", Selecting("source", []) },
        { "selections[0].values[0]", Selecting("source", [new string('x', 513)]) },
        { "selections[0].values[0]", Selecting("person", [""]) },
        { "generation", new() { Generation = "new" } },
        { "duplicates", new() { Duplicates = (Duplicates)9 } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_field_out_of_its_range_is_refused_by_name(string field, AggregateRequest request)
    {
        var info = Assert.Throws<RpcException>(() => PlanOf(request)).GetRpcStatus()!.GetDetail<ErrorInfo>();
        Assert.Equal(("FIELD_OUT_OF_RANGE", field), (info.Reason, info.Metadata["field"]));
    }

    private static AggregatePlan PlanOf(AggregateRequest request) => AggregateRequests.ToPlan(request, Searches).Plan;

    private static AggregateRequest Selecting(string field, IEnumerable<string> values) =>
        new() { Selections = { new FacetSelection { Field = field, Values = { values } } } };
}
