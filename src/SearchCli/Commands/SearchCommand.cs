using System.CommandLine;
using NewsSearch.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>search QUERY…</c>: prints hits, fetching as many pages as <c>--limit</c> needs.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 10;
    private const int MaxPageSize = 100;

    public static Command Create(ServerConnection connection)
    {
        var limit = LimitOption.Create("Hits to print; 10 by default.", DefaultLimit);
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var csv = new Option<bool>("--csv")
        {
            Description = "One hit a line: rank, score, id, published, precision, source, headline, url.",
        };
        var withoutTotal = new Option<bool>("--no-total") { Description = "Do not count all that the query finds." };
        var withoutSnippets = new Option<bool>("--no-snippets") { Description = "No passages of the text, as with --csv." };
        var command = new Command("search", "Searches headlines and bodies.") { limit, json, csv, withoutTotal, withoutSnippets };
        var arguments = SearchArguments.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
                result.AddError("--json and --csv exclude each other");
        });
        return command.WithServer(connection, async (parsed, client, cancellation) =>
        {
            var output = parsed.GetValue(json) ? HitOutput.Json : parsed.GetValue(csv) ? HitOutput.Csv : HitOutput.Text;
            var request = arguments.ToRequest(parsed);
            request.Totals = parsed.GetValue(withoutTotal) ? SearchRequest.Types.Totals.None : SearchRequest.Types.Totals.All;
            request.View = parsed.GetValue(withoutSnippets) || parsed.GetValue(csv)
                ? SearchRequest.Types.View.Basic
                : SearchRequest.Types.View.Full;
            output.Print(await CollectAsync(client, request, parsed.GetValue(limit), cancellation));
            return ExitCode.Done;
        });
    }

    /// <summary>Returns the first reply with the hits of further pages appended.</summary>
    private static async Task<SearchResponse> CollectAsync(
        NewsSearchClient client, SearchRequest request, int limit, CancellationToken cancellation)
    {
        request.PageSize = Math.Min(limit, MaxPageSize);
        var all = await client.Search.SearchAsync(request, cancellationToken: cancellation);
        request.Totals = SearchRequest.Types.Totals.None;
        while (all.Hits.Count < limit && all.NextPageToken.Length > 0)
        {
            request.PageToken = all.NextPageToken;
            request.PageSize = Math.Min(limit - all.Hits.Count, MaxPageSize);
            var page = await client.Search.SearchAsync(request, cancellationToken: cancellation);
            all.Hits.Add(page.Hits);
            all.NextPageToken = page.NextPageToken;
        }

        return all;
    }
}
