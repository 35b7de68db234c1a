using System.Globalization;
using Google.Rpc;
using Grpc.Core;

namespace SearchCli;

/// <summary>A status as sentences, with a mark under the place in a query.</summary>
internal static class Failure
{
    /// <summary>Characters of a query that are shown around the place.</summary>
    private const int Shown = 100;

    /// <param name="query">What was typed; empty where there is none.</param>
    /// <param name="server">The service that was asked.</param>
    public static string Explain(RpcException failure, string query, string server)
    {
        var info = failure.GetRpcStatus()?.GetDetail<ErrorInfo>();
        if (info is null)
            return WrongServer.Explain(failure, server);
        var sentence = failure.StatusCode is StatusCode.Unavailable or StatusCode.Internal
            ? $"{failure.Status.Detail} (the service at {server} says so)"
            : failure.Status.Detail;
        if (info.Metadata.TryGetValue("mended", out var mended))
            sentence += $"{Environment.NewLine}this can be read: {mended}";
        return Point(info, query) is { } place ? $"{place}{Environment.NewLine}{sentence}" : sentence;
    }

    /// <summary>The query with a mark below what is wrong with it; null when the failure is not about a place in it.</summary>
    private static string? Point(ErrorInfo info, string query)
    {
        if (!info.Metadata.TryGetValue("offset", out var offsetText)
            || !int.TryParse(offsetText, CultureInfo.InvariantCulture, out var offset)
            || !int.TryParse(info.Metadata.GetValueOrDefault("length", "1"), CultureInfo.InvariantCulture, out var length)
            || length <= 0 || offset < 0 || offset > query.Length || query.Length == 0)
            return null;
        var start = Math.Max(0, Math.Min(offset, query.Length - (Shown / 2)) - (Shown / 2));
        var line = string.Concat(query.Skip(start).Take(Shown).Select(each => char.IsControl(each) ? ' ' : each));
        var marks = Math.Max(1, Math.Min(length, start + line.Length - offset));
        return $"  {line}{Environment.NewLine}  {new string(' ', offset - start)}{new string('^', marks)}";
    }
}
