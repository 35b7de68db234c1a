using System.CommandLine;
using NewsSearch.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>quotations NAME</c>: prints what the entity that a name most likely means is quoted with.</summary>
internal static class QuotationsCommand
{
    private const int DefaultLimit = 10;

    public static Command Create(ServerConnection connection)
    {
        var name = new Argument<string>("NAME") { Description = "A name or the beginning of one, or an id such as Q22686." };
        var oldest = new Option<bool>("--oldest") { Description = "Oldest articles first; newest first by default." };
        var limit = LimitOption.Create("Articles to print quotations of; 10 by default.", DefaultLimit);
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var command = new Command("quotations", "Prints the quotations beside which somebody is named.") { name, oldest, limit, json };
        return command.WithServer(connection, async (parsed, client, cancellation) =>
        {
            var request = new ListQuotationsRequest { OrderBy = parsed.GetValue(oldest) ? "oldest" : "newest" };
            return await RunAsync(
                client, parsed.GetValue(name)!, request, parsed.GetValue(limit), parsed.GetValue(json), cancellation);
        });
    }

    private static async Task<int> RunAsync(
        NewsSearchClient client, string name, ListQuotationsRequest request, int limit, bool json, CancellationToken cancellation)
    {
        var matches = await client.Entities.SearchEntitiesAsync(
            new SearchEntitiesRequest { Name = name, Limit = 1 }, cancellationToken: cancellation);
        if (matches.Entities.Count == 0)
        {
            await Console.Error.WriteLineAsync("no entity of the archive has such a name");
            return ExitCode.NothingDone;
        }

        var speaker = matches.Entities[0].Entity;
        (request.Id, request.Type) = (speaker.Id, speaker.Type);
        var found = await JoinedPages.ReadAsync(request, limit, client.Entities.ListQuotationsAsync, cancellation);
        Console.WriteLine(json ? JsonOutput.Of(found) : QuotationsText.Of(speaker, found));
        return ExitCode.Done;
    }
}
