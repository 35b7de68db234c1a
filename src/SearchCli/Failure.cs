using System.Globalization;
using Google.Rpc;
using Grpc.Core;

namespace SearchCli;

/// <summary>A status as a sentence, with a mark under the place in a query.</summary>
internal static class Failure
{
    public static string Explain(RpcException failure)
    {
        var info = failure.GetRpcStatus()?.GetDetail<ErrorInfo>();
        if (info is null && failure.StatusCode is StatusCode.Unavailable)
            return "no service answers there: start it with  dotnet run -c Release --project src/SearchService  or name another with --server";
        return failure.Status.Detail;
    }

    /// <summary>The query with a mark below what is wrong with it; null when the failure is not about a place in it.</summary>
    public static string? Point(RpcException failure, string query)
    {
        var info = failure.GetRpcStatus()?.GetDetail<ErrorInfo>();
        if (info is null
            || !info.Metadata.TryGetValue("offset", out var offsetText)
            || !int.TryParse(offsetText, CultureInfo.InvariantCulture, out var offset)
            || !int.TryParse(info.Metadata.GetValueOrDefault("length", "1"), CultureInfo.InvariantCulture, out var length)
            || length == 0)
            return null;
        return $"  {query}\n  {new string(' ', offset)}{new string('^', length)}";
    }
}
