using Grpc.Core;
using NewsSearch.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary>Searches again and again for articles that are new since the last search, and prints them.</summary>
internal sealed class Follower(NewsSearchClient client, FollowedState state, HitOutput output)
{
    private const int PageSize = 100;

    /// <param name="request">The query and the filters; order and page are overwritten.</param>
    /// <param name="interval">Time between two searches; null to search once.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(SearchRequest request, TimeSpan? interval, CancellationToken cancellation)
    {
        request.OrderBy = "arrived";
        request.PageSize = PageSize;
        var followed = await ParseAsync(request, cancellation);
        if (!state.IsOf(followed))
        {
            var other = state.Last!.Asked!.Query;
            await Console.Error.WriteLineAsync(
                $"{state.Path} follows another query, {other}; use another file, or delete this one to follow from now on");
            return ExitCode.NothingDone;
        }

        try
        {
            while (await SearchAsync(request, followed, cancellation))
            {
                if (interval is not { } pause)
                    return ExitCode.Done;
                await Task.Delay(pause, cancellation);
            }

            return ExitCode.NothingDone;
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && IsCancellation(e))
        {
            return ExitCode.Done;
        }
    }

    private static bool IsCancellation(Exception e) =>
        e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled };

    /// <summary>Parses the query before the first search, so that its errors are reported at once.</summary>
    private async Task<FollowedState.Search> ParseAsync(SearchRequest request, CancellationToken cancellation)
    {
        var read = await client.Search.ParseQueryAsync(request.CopyTo(new ParseQueryRequest()), cancellationToken: cancellation);
        if (state.Last is null)
            await EmptyAnswer.PrintAsync(read.Notices, null);
        var filters = request.Clone();
        filters.Query = "";
        return new FollowedState.Search(request.Query, read.CanonicalQuery, JsonOutput.Of(filters));
    }

    /// <summary>Prints the articles that are new since the last search.</summary>
    /// <returns>False if the index was rebuilt, after which new articles cannot be told from old ones.</returns>
    private async Task<bool> SearchAsync(SearchRequest request, FollowedState.Search followed, CancellationToken cancellation)
    {
        var now = await client.Index.GetIndexInfoAsync(new GetIndexInfoRequest(), cancellationToken: cancellation);
        if (state.Last is not { } last)
        {
            // The articles that are in the index at the start are not news.
            state.Write(now.Identity, now.Generation, followed);
            await Console.Error.WriteLineAsync($"following from generation {now.Generation} on");
            return true;
        }

        if (last.Index != now.Identity)
        {
            var remedy = state.Path.Length > 0 ? $"delete {state.Path}" : "start again";
            await Console.Error.WriteLineAsync(
                $"the index was rebuilt since generation {last.Generation}, so new articles are unknown; {remedy} to follow from now on");
            return false;
        }

        request.Since = last.Generation;
        state.Write(now.Identity, await PrintAllAsync(request, cancellation), followed);
        return true;
    }

    /// <summary>Prints all pages and returns the generation of the last.</summary>
    private async Task<string> PrintAllAsync(SearchRequest request, CancellationToken cancellation)
    {
        request.PageToken = "";
        SearchResponse page;
        do
        {
            page = await client.Search.SearchAsync(request, cancellationToken: cancellation);
            if (page.Hits.Count > 0)
                output.Print(page);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return page.Generation;
    }
}
