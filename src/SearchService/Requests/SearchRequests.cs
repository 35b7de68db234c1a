using NewsIndex.Articles;
using NewsIndex.Queries;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>A request as a plan: the only place that checks the ranges of its fields.</summary>
internal static class SearchRequests
{
    public const int DefaultPageSize = 10;
    public const int MaximumPageSize = 100;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, with what is wrong and where.</exception>
    public static (QueryPlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.SearchRequest request, QueryLimits limits)
    {
        var reading = QueryReading.Of(request.Query, new QueryOptions { DefaultOperator = ToOperator(request.DefaultOperator), Limits = limits });
        if (reading.Query is null)
            throw Errors.ErrorsToStatus.OfQuery(reading.Error!);

        var query = WithFilters(reading.Query, request);
        var order = ToOrder(request.OrderBy);
        var plan = new QueryPlan
        {
            Query = query,
            Order = order,
            PageSize = ToPageSize(request.PageSize),
            After = PageToken.Read(request.PageToken, query, order),
        };
        return (plan, reading.Notices);
    }

    /// <summary>Filters are joined to the query as a tree, never as text.</summary>
    private static Query WithFilters(Query query, V1.SearchRequest request)
    {
        var clauses = new List<Query>();
        if (query is Query.And and)
            clauses.AddRange(and.Clauses);
        else if (query is not Query.Everything)
            clauses.Add(query);

        if (request.Published is not null && Published(request.Published) is { } published)
            clauses.Add(published);
        clauses.AddRange(request.Entities.Select(Mentions));
        if (request.Sources.Count > 0)
            clauses.Add(AnyOf([.. request.Sources.Select((source, i) => new Query.Labelled(ArticleLabel.Source, Named($"sources[{i}]", source)))]));

        return clauses.Count switch
        {
            0 => query,
            1 => clauses[0],
            _ => new Query.And(clauses),
        };
    }

    private static Query AnyOf(IReadOnlyList<Query> queries) => queries.Count == 1 ? queries[0] : new Query.Or(queries);

    private static Query? Published(V1.DateRange published)
    {
        var from = Date("published.from", published.From);
        var to = Date("published.to", published.To);
        if (from is null && to is null)
            return published.Undated == V1.DateRange.Types.Undated.Exclude ? new Query.Not(new Query.Undated()) : null;

        var range = DateRange.Between(from, to);
        if (range.IsEmpty)
            throw Errors.ErrorsToStatus.OfField("published", $"the range ends ({to}) before it begins ({from})", "the earlier date in from", "BAD_DATE");
        Query within = new Query.PublishedIn(range);
        return published.Undated == V1.DateRange.Types.Undated.Include ? new Query.Or([within, new Query.Undated()]) : within;
    }

    private static PartialDate? Date(string field, string text)
    {
        if (text.Length == 0)
            return null;
        return PartialDate.TryParse(text, out var date)
            ? date
            : throw Errors.ErrorsToStatus.OfField(field, $"\"{text}\" is not a date", "1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z", "BAD_DATE");
    }

    private static Query.Mentions Mentions(V1.EntityFilter filter, int i) =>
        new(Named($"entities[{i}].name", filter.Name), EntityRequests.Type($"entities[{i}].type", filter.Type));

    public static string Named(string field, string name) =>
        EntityName.Normalise(name).Length > 0
            ? name.Trim()
            : throw Errors.ErrorsToStatus.OfField(field, "there is no name", "a name with a letter or a figure in it", "FIELD_OUT_OF_RANGE");

    public static int ToPageSize(int asked) => asked switch
    {
        0 => DefaultPageSize,
        > 0 and <= MaximumPageSize => asked,
        _ => throw Errors.ErrorsToStatus.OfField("page_size", $"{asked} is out of range", $"1 to {MaximumPageSize}, or 0 for {DefaultPageSize}", "FIELD_OUT_OF_RANGE"),
    };

    private static HitOrder ToOrder(string orderBy) => orderBy switch
    {
        "" or "relevance" => HitOrder.Relevance,
        "newest" => HitOrder.Newest,
        "oldest" => HitOrder.Oldest,
        _ => throw Errors.ErrorsToStatus.OfField("order_by", $"\"{orderBy}\" is no order", "relevance, newest or oldest", "FIELD_OUT_OF_RANGE"),
    };

    private static DefaultOperator ToOperator(V1.SearchRequest.Types.DefaultOperator asked) => asked switch
    {
        V1.SearchRequest.Types.DefaultOperator.Or => DefaultOperator.Or,
        V1.SearchRequest.Types.DefaultOperator.Unspecified or V1.SearchRequest.Types.DefaultOperator.And => DefaultOperator.And,
        _ => throw Errors.ErrorsToStatus.OfField("default_operator", $"{(int)asked} is no operator", "AND or OR", "FIELD_OUT_OF_RANGE"),
    };
}
