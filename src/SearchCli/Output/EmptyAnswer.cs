using Grpc.Core;
using NewsSearch.V1;
using V1 = NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Prints notices, and alternatives to a query that finds nothing, to standard error.</summary>
internal static class EmptyAnswer
{
    /// <summary>Searches for what a stream of the same query did not find, because streams do not explain that.</summary>
    /// <param name="told">Notices that the stream has told.</param>
    /// <returns>Number of articles that match; null if the search exceeded its deadline, which the stream did not.</returns>
    public static async Task<long?> ExplainAsync(
        V1.SearchService.SearchServiceClient client, SearchRequest search, IEnumerable<string> told, CancellationToken cancellation)
    {
        var once = search.Clone();
        (once.PageSize, once.PageToken) = (1, "");
        try
        {
            var reply = await client.SearchAsync(once, cancellationToken: cancellation);
            await PrintAsync(reply.Notices.Except(told, StringComparer.Ordinal), reply.EmptyResult);
            return reply.Total.Value;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.DeadlineExceeded)
        {
            return null;
        }
    }

    /// <param name="empty">Null if something was found.</param>
    public static async Task PrintAsync(IEnumerable<string> notices, EmptyResult? empty)
    {
        foreach (var line in notices.Concat(AlternativesText.Of(empty)))
            await Console.Error.WriteLineAsync(line);
    }
}
