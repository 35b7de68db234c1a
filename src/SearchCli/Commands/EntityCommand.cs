using System.CommandLine;
using NewsSearch.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>entity NAME</c>: prints the entities that a name may refer to, with details of the first.</summary>
internal static class EntityCommand
{
    private const int DefaultLimit = 5;

    public static Command Create(ServerConnection connection)
    {
        var name = new Argument<string>("NAME") { Description = "A name or the beginning of one, or an id such as Q22686." };
        var type = new Option<string>("--type") { Description = "person, org or place; any by default.", DefaultValueFactory = _ => "" };
        type.AcceptOnlyFromAmong("", "person", "org", "place");
        var limit = LimitOption.Create("Entities, mentions and companions to print; 5 by default.", DefaultLimit);
        var json = new Option<bool>("--json") { Description = "The entities as JSON, one object." };
        var command = new Command("entity", "Says who or what a name stands for.") { name, type, limit, json };
        return command.WithServer(connection, (parsed, client, cancellation) =>
        {
            var request = new SearchEntitiesRequest
            {
                Name = parsed.GetValue(name)!,
                Type = TypeOf(parsed.GetValue(type)!),
            };
            return RunAsync(client, request, parsed.GetValue(limit), parsed.GetValue(json), cancellation);
        });
    }

    private static async Task<int> RunAsync(
        NewsSearchClient client, SearchEntitiesRequest request, int limit, bool json, CancellationToken cancellation)
    {
        var found = await JoinedPages.ReadAsync(request, limit, client.Entities.SearchEntitiesAsync, cancellation);
        if (json)
        {
            Console.WriteLine(JsonOutput.Of(found));
            return ExitCode.Done;
        }

        if (found.Entities.Count == 0)
        {
            await Console.Error.WriteLineAsync("no entity of the archive has such a name");
            return ExitCode.NothingDone;
        }

        var (id, type) = (found.Entities[0].Entity.Id, found.Entities[0].Entity.Type);
        var details = await client.Entities.GetEntityAsync(new GetEntityRequest { Id = id, Type = type }, cancellationToken: cancellation);
        var mentions = await JoinedPages.ReadAsync(
            new ListMentionsRequest { Id = id, Type = type }, limit, client.Entities.ListMentionsAsync, cancellation);
        var companions = await JoinedPages.ReadAsync(
            new ListCooccurrencesRequest { Id = id, Type = type }, limit, client.Entities.ListCooccurrencesAsync, cancellation);
        Console.Write(EntityText.Of(found, details, mentions, companions));
        return ExitCode.Done;
    }

    private static EntityType TypeOf(string type) => type switch
    {
        "person" => EntityType.Person,
        "org" => EntityType.Organization,
        "place" => EntityType.Place,
        _ => EntityType.Unspecified,
    };
}
