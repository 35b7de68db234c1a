using Google.Rpc;
using Grpc.Core;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsSearch.V1;
using SearchService.Paging;
using SearchService.Requests;

namespace NewsSearch.Tests.Service.Requests;

public sealed class StreamRequestsTests
{
    private static readonly SearchRequests Searches = new(QueryLimits.Default, ManualClock.Start);

    [Theory]
    [InlineData("", ConcordanceOrder.Articles, HitOrder.Newest)]
    [InlineData("newest", ConcordanceOrder.Articles, HitOrder.Newest)]
    [InlineData("oldest", ConcordanceOrder.Articles, HitOrder.Oldest)]
    [InlineData("relevance", ConcordanceOrder.Articles, HitOrder.Relevance)]
    [InlineData("left", ConcordanceOrder.Left, HitOrder.Newest)]
    [InlineData("right", ConcordanceOrder.Right, HitOrder.Newest)]
    [InlineData("source", ConcordanceOrder.Source, HitOrder.Newest)]
    public void Lines_are_ordered_as_articles_or_by_themselves(string name, ConcordanceOrder lines, HitOrder articles)
    {
        var (plan, _, order, _) = StreamRequests.ToPlan(new ConcordanceRequest { Query = "storm", OrderBy = name }, Searches);
        Assert.Equal((lines, articles, HitDetail.Matches), (order, plan.Order, plan.Detail));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(10, 10)]
    [InlineData(500, 500)]
    public void Context_is_10_to_500_characters(int asked, int meant) =>
        Assert.Equal(meant, StreamRequests.ToPlan(new ConcordanceRequest { Context = asked }, Searches).Context);

    public static TheoryData<string, ConcordanceRequest> RefusedLines => new()
    {
        { "context", new() { Context = 9 } },
        { "context", new() { Context = 501 } },
        { "limit", new() { Limit = -1 } },
        { "order_by", new() { OrderBy = "arrived" } },
        { "generation", new() { Generation = "x" } },
    };

    [Theory]
    [MemberData(nameof(RefusedLines))]
    public void A_field_of_a_concordance_out_of_its_range_is_refused_by_name(string field, ConcordanceRequest request) =>
        Assert.Equal(field, FieldOf(() => StreamRequests.ToPlan(request, Searches)));

    [Fact]
    public void An_export_reads_whole_articles_and_goes_on_from_its_cursor()
    {
        var request = new ExportRequest { Query = "storm", OrderBy = "arrived", Sources = { "A" } };
        var (plan, _) = StreamRequests.ToPlan(request, Searches);
        Assert.Equal((HitDetail.Article, HitOrder.Arrived, "storm AND source:\"A\""), (plan.Detail, plan.Order, plan.Query.ToString()));

        var cursor = new PageCursor(new NewsIndex.Generations.Generation(1, 2), 3, "a");
        request.Cursor = PageToken.Write(cursor, plan);
        Assert.Equal(cursor, StreamRequests.ToPlan(request, Searches).Plan.After);
    }

    [Fact]
    public void A_field_of_an_export_out_of_its_range_is_refused_by_name()
    {
        Assert.Equal("limit", FieldOf(() => StreamRequests.ToPlan(new ExportRequest { Limit = -1 }, Searches)));
        Assert.Equal("cursor", FieldOf(() => StreamRequests.ToPlan(new ExportRequest { Cursor = "x" }, Searches)));
    }

    private static string FieldOf(Func<object> read) =>
        Assert.Throws<RpcException>(() => _ = read()).GetRpcStatus()!.GetDetail<ErrorInfo>().Metadata["field"];
}
