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
    public static (AggregatePlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.AggregateRequest request, SearchRequests searches)
    {
        var search = new V1.SearchRequest
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
        var (plan, notices) = searches.ToPlan(search);
        List<FacetSelection> selections = [.. request.Selections.Select(Selection)];
        searches.RequireClauses(plan.Query.LeafCount + selections.Sum(selection => selection.Values.Count));
        return (new AggregatePlan
        {
            Query = plan.Query,
            Facets = [.. request.Facets.Select((facet, i) => Facet($"facets[{i}]", facet)).Distinct()],
            Limit = SearchRequests.InRange("limit", request.Limit, 1, MaximumLimit, DefaultLimit),
            Selections = selections,
            Timeline = Interval(request.Timeline) is { } interval ? new TimelinePlan(interval, SearchRequests.ToTimeZone(request.TimeZone), request.WithArchive) : null,
            WithTerms = request.WithTerms,
            WithOccurrences = request.WithOccurrences,
            Generation = plan.Generation,
        }, notices);
    }

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
        _ => throw ErrorsToStatus.OfField(field, $"\"{Echo.Of(name)}\" is no facet",
            "source, language, section, author, tag, person, organization or place", "FIELD_OUT_OF_RANGE"),
    };

    private static FacetSelection Selection(V1.FacetSelection selection, int i)
    {
        var facet = Facet($"selections[{i}].field", selection.Field);
        if (selection.Values.Count == 0)
            throw ErrorsToStatus.OfField($"selections[{i}].values", "there is no value", "values of the facet, as a reply has them in id", "FIELD_OUT_OF_RANGE");
        var isEntity = facet is FacetField.Person or FacetField.Organization or FacetField.Place;
        var values = selection.Values.Distinct(StringComparer.Ordinal)
            .Select((value, j) => Value($"selections[{i}].values[{j}]", value, isEntity));
        return new FacetSelection(facet, [.. values]);
    }

    private static string Value(string field, string value, bool isEntity) =>
        isEntity ? SearchRequests.Named(field, value) : SearchRequests.Short(field, value);

    private static TimelineInterval? Interval(string name) => name switch
    {
        "" => null,
        "year" => TimelineInterval.Year,
        "month" => TimelineInterval.Month,
        "week" => TimelineInterval.Week,
        "day" => TimelineInterval.Day,
        "hour" => TimelineInterval.Hour,
        _ => throw ErrorsToStatus.OfField("timeline", $"\"{Echo.Of(name)}\" is no interval", "year, month, week, day or hour",
            "FIELD_OUT_OF_RANGE"),
    };
}
