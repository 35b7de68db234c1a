using System.CommandLine;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;
using V1 = NewsSearch.V1;

namespace SearchCli.Commands;

/// <summary><c>search QUERY…</c>: one page of hits, or as many pages as <c>--limit</c> asks for.</summary>
internal static class SearchCommand
{
    private const int MaximumPage = 100;

    public static Command Create()
    {
        var limit = LimitOption.Create("Hits to print; 10 by default.", 10);
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var csv = new Option<bool>("--csv") { Description = "One hit a line: rank, score, id, published, precision, source, headline, url." };
        var server = ServerOption.Create();
        var command = new Command("search", "Searches headlines and bodies.") { limit, json, csv, server };
        var arguments = SearchArguments.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
                result.AddError("--json and --csv exclude each other");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.GetValue(json) ? HitOutput.Json : parsed.GetValue(csv) ? HitOutput.Csv : HitOutput.Text;
            return RunAsync(parsed.GetValue(server)!, arguments.ToRequest(parsed), parsed.GetValue(limit), output, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string server, SearchRequest request, int limit, HitOutput output, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(server);
        var client = new V1.SearchService.SearchServiceClient(channel);
        output.Print(await CollectAsync(client, request, limit, cancellation));
        return 0;
    }

    /// <summary>The first reply, with the hits of further pages added to it.</summary>
    private static async Task<SearchResponse> CollectAsync(V1.SearchService.SearchServiceClient client, SearchRequest request, int limit, CancellationToken cancellation)
    {
        request.PageSize = Math.Min(limit, MaximumPage);
        var all = await client.SearchAsync(request, cancellationToken: cancellation);
        while (all.Hits.Count < limit && all.NextPageToken.Length > 0)
        {
            request.PageToken = all.NextPageToken;
            request.PageSize = Math.Min(limit - all.Hits.Count, MaximumPage);
            var page = await client.SearchAsync(request, cancellationToken: cancellation);
            all.Hits.Add(page.Hits);
            all.NextPageToken = page.NextPageToken;
        }

        return all;
    }
}
