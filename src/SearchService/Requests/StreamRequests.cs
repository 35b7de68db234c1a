using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Errors;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Reads requests that are answered by a stream into plans.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a field or the query is invalid.</exception>
internal static class StreamRequests
{
    private const int DefaultContext = 60;
    private const int MinContext = 10;
    private const int MaxContext = 500;

    public static (QueryPlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.ExportRequest request, SearchRequests searches)
    {
        FieldChecks.RequireLimit(request.Limit);
        var (plan, notices) = searches.ToPlan(new V1.SearchRequest
        {
            Query = request.Query,
            Published = request.Published,
            Entities = { request.Entities },
            Sources = { request.Sources },
            OrderBy = request.OrderBy,
            DefaultOperator = request.DefaultOperator,
            Syntax = request.Syntax,
            Forgiving = request.Forgiving,
            TimeZone = request.TimeZone,
            Duplicates = request.Duplicates,
            Generation = request.Generation,
            Since = request.Since,
            Recency = request.Recency,
            Feedback = request.Feedback,
            PageToken = request.Cursor,
        }, TokenField.OfExport);
        return (plan with { Detail = request.WithoutBody ? HitDetail.Heading : HitDetail.Article }, notices);
    }

    /// <returns>The plan with the notices of its reading, the order of the lines, and the characters on either side of a match.</returns>
    public static (QueryPlan Plan, IReadOnlyList<string> Notices, ConcordanceOrder Order, int Context) ToPlan(
        V1.ConcordanceRequest request, SearchRequests searches)
    {
        FieldChecks.RequireLimit(request.Limit);
        var (order, articles) = request.OrderBy switch
        {
            "" or "newest" => (ConcordanceOrder.Articles, "newest"),
            "oldest" or "relevance" => (ConcordanceOrder.Articles, request.OrderBy),
            "left" => (ConcordanceOrder.Left, "newest"),
            "right" => (ConcordanceOrder.Right, "newest"),
            "source" => (ConcordanceOrder.Source, "newest"),
            _ => throw ErrorsToStatus.OfValue("order_by", request.OrderBy, "newest, oldest, relevance, left, right or source"),
        };
        var (plan, notices) = searches.ToPlan(new V1.SearchRequest
        {
            Query = request.Query,
            Published = request.Published,
            Entities = { request.Entities },
            Sources = { request.Sources },
            OrderBy = articles,
            DefaultOperator = request.DefaultOperator,
            Syntax = request.Syntax,
            Forgiving = request.Forgiving,
            TimeZone = request.TimeZone,
            Duplicates = request.Duplicates,
            Generation = request.Generation,
            Since = request.Since,
        });
        var context = FieldChecks.InRange("context", request.Context, MinContext, MaxContext, DefaultContext);
        return (plan with { Detail = HitDetail.Matches }, notices, order, context);
    }
}
