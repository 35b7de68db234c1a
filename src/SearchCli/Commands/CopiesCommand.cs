using System.CommandLine;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>copies ID</c>: prints an article and its near-duplicates, oldest first.</summary>
internal static class CopiesCommand
{
    private const int DefaultLimit = 100;

    public static Command Create(ServerConnection connection)
    {
        var id = new Argument<string>("ID") { Description = "Any article of the group." };
        var limit = LimitOption.Create("Articles to print; 100 by default.", DefaultLimit);
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var command = new Command("copies", "Lists an article and its near-duplicates, oldest first.") { id, limit, json };
        return command.WithServer(connection, async (parsed, client, cancellation) =>
        {
            var request = new ListCopiesRequest { Id = parsed.GetValue(id)! };
            var found = await JoinedPages.ReadAsync(request, parsed.GetValue(limit), client.Articles.ListCopiesAsync, cancellation);
            Console.WriteLine(parsed.GetValue(json) ? JsonOutput.Of(found) : CopiesText.Of(found));
            return ExitCode.Done;
        });
    }
}
