using Grpc.Core;
using NewsSearch.Client.Errors;

namespace SearchCli;

/// <summary>Explains a failed call in sentences and marks the place in the query that it is about.</summary>
internal static class Failure
{
    /// <summary>Maximum number of characters of a query that are shown around the place.</summary>
    private const int MaxShown = 100;

    /// <param name="query">The query as typed; empty if there is none.</param>
    /// <param name="server">Address of the service.</param>
    public static string Explain(NewsSearchException failure, string query, string server)
    {
        if (failure.Reason.Length == 0)
            return WrongServer.Explain(failure, server);
        var sentence = failure.StatusCode is StatusCode.Unavailable or StatusCode.Internal
            ? $"{failure.Status.Detail} (reported by the service at {server})"
            : failure.Status.Detail;
        if (failure is not InvalidQueryException invalid)
            return sentence;
        if (invalid.Mended is { } mended)
            sentence += $"{Environment.NewLine}try: {mended}";
        return Point(invalid.Offset, invalid.Length, query) is { } place ? $"{place}{Environment.NewLine}{sentence}" : sentence;
    }

    /// <summary>Returns the query with a line of carets below the error; null if the failure is not about a place in the query.</summary>
    private static string? Point(int offset, int length, string query)
    {
        if (length <= 0 || offset < 0 || offset > query.Length || query.Length == 0)
            return null;
        var start = Math.Max(0, Math.Min(offset, query.Length - (MaxShown / 2)) - (MaxShown / 2));
        var line = string.Concat(query.Skip(start).Take(MaxShown).Select(each => char.IsControl(each) ? ' ' : each));
        var marks = Math.Max(1, Math.Min(length, start + line.Length - offset));
        return $"  {line}{Environment.NewLine}  {new string(' ', offset - start)}{new string('^', marks)}";
    }
}
