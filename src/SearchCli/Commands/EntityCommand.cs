using System.CommandLine;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>entity NAME</c>: whom or what a name may stand for, and what the archive says of the first of them.</summary>
internal static class EntityCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A name or the beginning of one, or an id such as Q22686." };
        var type = new Option<string>("--type") { Description = "person, org or place; any by default.", DefaultValueFactory = _ => "" };
        type.AcceptOnlyFromAmong("", "person", "org", "place");
        var limit = new Option<int>("--limit") { Description = "Entities, mentions and companions to print, 1 to 100; 5 by default.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var json = new Option<bool>("--json") { Description = "The entities as JSON, one object." };
        var server = ServerOption.Create();
        var command = new Command("entity", "Says who or what a name stands for.") { name, type, limit, json, server };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var client = new EntityService.EntityServiceClient(channel);
            var most = parsed.GetValue(limit);
            var found = await client.SearchEntitiesAsync(
                new SearchEntitiesRequest { Name = parsed.GetValue(name)!, Type = TypeOf(parsed.GetValue(type)!), Limit = most }, cancellationToken: cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonOutput.Of(found));
                return 0;
            }

            if (found.Entities.Count == 0)
            {
                await Console.Error.WriteLineAsync("no entity of the archive has such a name");
                return 1;
            }

            var first = found.Entities[0].Entity;
            var details = await client.GetEntityAsync(new GetEntityRequest { Id = first.Id, Type = first.Type }, cancellationToken: cancellation);
            var mentions = await client.ListMentionsAsync(new ListMentionsRequest { Id = first.Id, Type = first.Type, PageSize = most }, cancellationToken: cancellation);
            var companions = await client.ListCooccurrencesAsync(new ListCooccurrencesRequest { Id = first.Id, Type = first.Type, Limit = most }, cancellationToken: cancellation);
            Console.Write(EntityText.Of(found, details, mentions, companions));
            return 0;
        });
        return command;
    }

    private static EntityType TypeOf(string type) => type switch
    {
        "person" => EntityType.Person,
        "org" => EntityType.Organization,
        "place" => EntityType.Place,
        _ => EntityType.Unspecified,
    };
}
