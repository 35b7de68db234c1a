using NewsIndex.Hits;
using NewsIndex.Queries;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>A request for counts, checked.</summary>
internal static class AggregateRequests
{
    private const int DefaultLimit = 10;
    private const int MaximumLimit = 1000;

    /// <summary>The query and its filters, read as those of a search.</summary>
    public static (QueryPlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.AggregateRequest request, QueryLimits limits)
    {
        var search = new V1.SearchRequest
        {
            Query = request.Query,
            Published = request.Published,
            DefaultOperator = request.DefaultOperator,
            Entities = { request.Entities },
            Sources = { request.Sources },
        };
        return SearchRequests.ToPlan(search, limits);
    }

    public static IReadOnlyList<FacetField> Facets(V1.AggregateRequest request) => [.. request.Facets.Select((facet, i) => facet switch
    {
        "source" => FacetField.Source,
        "language" => FacetField.Language,
        "person" => FacetField.Person,
        "organization" => FacetField.Organization,
        "place" => FacetField.Place,
        _ => throw ErrorsToStatus.OfField($"facets[{i}]", $"\"{facet}\" is no facet", "source, language, person, organization or place", "FIELD_OUT_OF_RANGE"),
    })];

    public static int Limit(V1.AggregateRequest request) => request.Limit switch
    {
        0 => DefaultLimit,
        > 0 and <= MaximumLimit => request.Limit,
        _ => throw ErrorsToStatus.OfField("limit", $"{request.Limit} is out of range", $"1 to {MaximumLimit}, or 0 for {DefaultLimit}", "FIELD_OUT_OF_RANGE"),
    };

    public static TimelineInterval? Timeline(V1.AggregateRequest request) => request.Timeline switch
    {
        "" => null,
        "year" => TimelineInterval.Year,
        "month" => TimelineInterval.Month,
        "day" => TimelineInterval.Day,
        _ => throw ErrorsToStatus.OfField("timeline", $"\"{request.Timeline}\" is no interval", "year, month or day", "FIELD_OUT_OF_RANGE"),
    };
}
