using System.CommandLine;
using Grpc.Core;
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
        var query = new Argument<string[]>("QUERY") { Description = "Words, phrases and fields: see docs/query-language.md.", Arity = ArgumentArity.ZeroOrMore };
        var from = new Option<string>("--from") { Description = "The first date: 1987, 1987-10 or 1987-10-19.", HelpName = "D", DefaultValueFactory = _ => "" };
        var to = new Option<string>("--to") { Description = "The last date, the whole of it included.", HelpName = "D", DefaultValueFactory = _ => "" };
        var undated = new Option<bool>("--undated") { Description = "Articles of unknown date too." };
        var person = Names("--person", "Only articles that mention this person, by any name.");
        var organisation = Names("--org", "Only articles that mention this organisation.");
        var place = Names("--place", "Only articles that mention this place.");
        var source = Names("--source", "Only articles of this source; given twice: of either.");
        var sort = new Option<string>("--sort") { Description = "relevance, newest or oldest.", DefaultValueFactory = _ => "relevance" };
        sort.AcceptOnlyFromAmong("relevance", "newest", "oldest");
        var limit = new Option<int>("--limit") { Description = "Hits to print; 10 by default.", HelpName = "N", DefaultValueFactory = _ => 10 };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit must be 1 or more");
        });
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var csv = new Option<bool>("--csv") { Description = "One hit a line: rank, score, id, published, precision, source, headline, url." };
        var server = ServerOption.Create();
        var command = new Command("search", "Searches headlines and bodies.")
        {
            query, from, to, undated, person, organisation, place, source, sort, limit, json, csv, server,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
                result.AddError("--json and --csv exclude each other");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var request = new SearchRequest
            {
                Query = string.Join(' ', parsed.GetValue(query)!),
                Entities =
                {
                    parsed.GetValue(person)!.Select(name => new EntityFilter { Name = name, Type = EntityType.Person }),
                    parsed.GetValue(organisation)!.Select(name => new EntityFilter { Name = name, Type = EntityType.Organization }),
                    parsed.GetValue(place)!.Select(name => new EntityFilter { Name = name, Type = EntityType.Place }),
                },
                Sources = { parsed.GetValue(source)! },
                OrderBy = parsed.GetValue(sort)!,
            };
            if (parsed.GetValue(from)!.Length + parsed.GetValue(to)!.Length > 0)
            {
                request.Published = new DateRange
                {
                    From = parsed.GetValue(from)!,
                    To = parsed.GetValue(to)!,
                    Undated = parsed.GetValue(undated) ? DateRange.Types.Undated.Include : DateRange.Types.Undated.Exclude,
                };
            }

            var output = parsed.GetValue(json) ? HitOutput.Json : parsed.GetValue(csv) ? HitOutput.Csv : HitOutput.Text;
            return RunAsync(parsed.GetValue(server)!, request, parsed.GetValue(limit), output, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string server, SearchRequest request, int limit, HitOutput output, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(server);
        var client = new V1.SearchService.SearchServiceClient(channel);
        try
        {
            output.Print(await CollectAsync(client, request, limit, cancellation));
            return 0;
        }
        catch (RpcException e) when (Failure.Point(e, request.Query) is { } place)
        {
            await Console.Error.WriteLineAsync(place);
            throw;
        }
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

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => [] };
}
