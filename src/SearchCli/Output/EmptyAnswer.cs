using Grpc.Core;
using NewsSearch.V1;
using V1 = NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Says on standard error how a search was read and, where nothing was found, why.</summary>
internal static class EmptyAnswer
{
    /// <summary>Asks for the notices of a search that is streamed, since streams have none.</summary>
    /// <param name="search">As it will be streamed.</param>
    /// <returns>Articles that match; null where the search took too long to be asked beside the stream.</returns>
    public static async Task<long?> ExplainAsync(V1.SearchService.SearchServiceClient client, SearchRequest search,
        CancellationToken cancellation)
    {
        var once = search.Clone();
        (once.PageSize, once.PageToken) = (1, "");
        try
        {
            var reply = await client.SearchAsync(once, cancellationToken: cancellation);
            await PrintAsync(reply.Notices, reply.EmptyResult);
            return reply.Total.Value;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.DeadlineExceeded)
        {
            return null;
        }
    }

    public static async Task PrintAsync(IEnumerable<string> notices, EmptyResult? empty)
    {
        foreach (var line in notices.Concat(AlternativesText.Of(empty)))
            await Console.Error.WriteLineAsync(line);
    }
}
