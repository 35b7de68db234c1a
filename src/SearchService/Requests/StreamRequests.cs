using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Requests that are answered by a stream, checked.</summary>
internal static class StreamRequests
{
    private const int DefaultContext = 60;
    private const int LeastContext = 10;
    private const int MostContext = 500;

    public static (QueryPlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.ExportRequest request, SearchRequests searches)
    {
        RequireLimit(request.Limit);
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
            PageToken = request.Cursor,
        }, "cursor");
        return (plan with { Detail = HitDetail.Article }, notices);
    }

    public static (QueryPlan Plan, ConcordanceOrder Order, int Context) ToPlan(V1.ConcordanceRequest request, SearchRequests searches)
    {
        RequireLimit(request.Limit);
        var (order, articles) = request.OrderBy switch
        {
            "" or "newest" => (ConcordanceOrder.Articles, "newest"),
            "oldest" or "relevance" => (ConcordanceOrder.Articles, request.OrderBy),
            "left" => (ConcordanceOrder.Left, "newest"),
            "right" => (ConcordanceOrder.Right, "newest"),
            "source" => (ConcordanceOrder.Source, "newest"),
            _ => throw ErrorsToStatus.OfField("order_by", $"\"{Echo.Of(request.OrderBy)}\" is no order",
                "newest, oldest, relevance, left, right or source", "FIELD_OUT_OF_RANGE"),
        };
        var (plan, _) = searches.ToPlan(new V1.SearchRequest
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
        var context = SearchRequests.InRange("context", request.Context, LeastContext, MostContext, DefaultContext);
        return (plan with { Detail = HitDetail.Matches }, order, context);
    }

    private static void RequireLimit(long limit)
    {
        if (limit < 0)
            throw ErrorsToStatus.OfField("limit", $"{limit} is out of range", "1 or more, or 0 for all", "FIELD_OUT_OF_RANGE");
    }
}
