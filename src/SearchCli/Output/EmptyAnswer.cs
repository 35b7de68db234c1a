using NewsSearch.V1;
using V1 = NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Says on standard error why a stream of articles or lines had none: streams have no notices, so the same search is asked once more.</summary>
internal static class EmptyAnswer
{
    /// <param name="search">As it was streamed.</param>
    public static async Task ExplainAsync(V1.SearchService.SearchServiceClient client, SearchRequest search, CancellationToken cancellation)
    {
        var once = search.Clone();
        (once.PageSize, once.PageToken) = (1, "");
        var reply = await client.SearchAsync(once, cancellationToken: cancellation);
        if (reply.Total.Value > 0)
            return;
        await PrintAsync(reply.Notices, reply.EmptyResult);
    }

    public static async Task PrintAsync(IEnumerable<string> notices, EmptyResult? empty)
    {
        foreach (var line in notices.Concat(AlternativesText.Of(empty)))
            await Console.Error.WriteLineAsync(line);
    }
}
