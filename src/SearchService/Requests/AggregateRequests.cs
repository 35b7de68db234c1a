using NewsIndex.Queries;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Reads requests for counts into plans.</summary>
internal static class AggregateRequests
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 1000;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a field or the query is invalid.</exception>
    public static (AggregatePlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.AggregateRequest request, SearchRequests searches)
    {
        var (plan, notices) = searches.ToPlan(SearchOf(request));
        List<FacetSelection> selections = [.. request.Selections.Select(Selection)];
        searches.RequireClauses(plan.Query.LeafCount + selections.Sum(selection => selection.Values.Count));
        return (new AggregatePlan
        {
            Query = plan.Query,
            Facets = [.. request.Facets.Select((facet, i) => Facet($"facets[{i}]", facet)).Distinct()],
            Limit = FieldChecks.InRange("limit", request.Limit, 1, MaxLimit, DefaultLimit),
            Selections = selections,
            Timeline = Interval(request.Timeline) is { } interval
                ? new TimelinePlan(interval, FieldChecks.ToTimeZone(request.TimeZone), request.WithArchive)
                : null,
            WithTerms = request.WithTerms,
            WithOccurrences = request.WithOccurrences,
            Generation = plan.Generation,
        }, notices);
    }

    private static V1.SearchRequest SearchOf(V1.AggregateRequest request) => new()
    {
        Query = request.Query,
        Published = request.Published,
        DefaultOperator = request.DefaultOperator,
        Syntax = request.Syntax,
        Forgiving = request.Forgiving,
        TimeZone = request.TimeZone,
        Generation = request.Generation,
        Duplicates = request.Duplicates,
        Since = request.Since,
        Entities = { request.Entities },
        Sources = { request.Sources },
    };

    private static FacetField Facet(string field, string name) => name switch
    {
        "source" => FacetField.Source,
        "language" => FacetField.Language,
        "section" => FacetField.Section,
        "author" => FacetField.Author,
        "tag" => FacetField.Tag,
        "person" => FacetField.Person,
        "organization" => FacetField.Organization,
        "place" => FacetField.Place,
        _ => throw ErrorsToStatus.OfValue(field, name, "source, language, section, author, tag, person, organization or place"),
    };

    private static FacetSelection Selection(V1.FacetSelection selection, int i)
    {
        var facet = Facet($"selections[{i}].field", selection.Field);
        if (selection.Values.Count == 0)
            throw ErrorsToStatus.OfField($"selections[{i}].values", "is empty", "at least one id of a facet value");
        var isEntity = facet is FacetField.Person or FacetField.Organization or FacetField.Place;
        var values = selection.Values.Distinct(StringComparer.Ordinal)
            .Select((value, j) => Value($"selections[{i}].values[{j}]", value, isEntity));
        return new FacetSelection(facet, [.. values]);
    }

    private static string Value(string field, string value, bool isEntity) =>
        isEntity ? FieldChecks.Name(field, value) : FieldChecks.AtMost(field, value, FieldChecks.MaxNameLength);

    private static TimelineInterval? Interval(string name) => name switch
    {
        "" => null,
        "year" => TimelineInterval.Year,
        "month" => TimelineInterval.Month,
        "week" => TimelineInterval.Week,
        "day" => TimelineInterval.Day,
        "hour" => TimelineInterval.Hour,
        _ => throw ErrorsToStatus.OfValue("timeline", name, "year, month, week, day or hour"),
    };
}
