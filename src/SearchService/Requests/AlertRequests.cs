using System.Globalization;
using NewsIndex.Alerts;
using NewsIndex.Queries;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Reads the requests of alerts.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a field or the query is invalid; NOT_FOUND for an unknown id.</exception>
internal static class AlertRequests
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    /// <summary>The name of a new alert and the canonical text of its query.</summary>
    public static (string Name, string Text) ToAlert(V1.CreateAlertRequest request, SearchRequests requests)
    {
        var name = FieldChecks.AtMost("name", request.Name, Alert.MaxNameLength);
        var reading = ToReading(request, requests);
        if (reading.Query is null)
            throw ErrorsToStatus.OfQuery(reading.Error!, request.Query);
        if (reading.DependsOnNow)
            throw NotWatchable("has a relative date", "dates that stay the same");
        if (AsksForNews(reading.Query))
            throw NotWatchable("has since:", "a query without it: an alert matches what arrives after its creation");
        if (reading.Query.WantsCopiesOnce)
            throw NotWatchable("has dup:first", "a query without it: which of several copies is the first may change");
        if (reading.Query is Query.Everything)
            throw NotWatchable("matches every article", "at least one word or filter");
        return (name, reading.Query.ToString());
    }

    /// <summary>The query of a new alert as it is read; invalid ones have their error in the reading.</summary>
    public static QueryReading ToReading(V1.CreateAlertRequest request, SearchRequests requests) =>
        requests.TryRead(request.Query, request.DefaultOperator, request.Syntax, forgiving: false, "");

    public static int PageSize(int asked) => FieldChecks.InRange("page_size", asked, 1, MaxPageSize, DefaultPageSize);

    /// <summary>The number of an alert; 0 for a text that is the id of none.</summary>
    public static int Number(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && $"{number}" == id ? number : 0;

    private static bool AsksForNews(Query query) => query is Query.ArrivedAfter || query.Parts.Any(AsksForNews);

    private static Grpc.Core.RpcException NotWatchable(string problem, string expected) =>
        ErrorsToStatus.OfField("query", problem, expected);
}
