using System.CommandLine;
using Evaluation.Load;
using Grpc.Net.Client;
using NewsSearch.V1;

namespace Evaluation.Commands;

/// <summary>
/// <c>load</c>: callers of a running service over gRPC, and what a second client and an orchestrator see of it meanwhile.
/// </summary>
internal static class LoadCommand
{
    private const int Persons = 100;

    public static Command Create()
    {
        var service = new RunningService();
        var callers = new Option<int[]>("--callers")
        {
            HelpName = "N",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, 8, 64, 256],
        };
        var seconds = new Option<int>("--seconds") { HelpName = "N", DefaultValueFactory = _ => 20, Description = "Of each row." };
        var repeat = new Option<int>("--repeat")
        {
            HelpName = "N",
            DefaultValueFactory = _ => 1,
            Description = "Rows for each number of callers, to see what changes over time.",
        };
        var deadline = new Option<int?>("--deadline") { HelpName = "MS", Description = "Of each call; none by default." };
        var expensive = new Option<bool>("--expensive") { Description = "Wildcards, feedback and large pages instead of usual queries." };
        var command = new Command("load", "Measures a running service on the loopback under load.")
        {
            callers, seconds, repeat, deadline, expensive,
        };
        service.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var (server, web) = (service.Grpc(parsed), service.Http(parsed));
            var calls = await CallsAsync(server, service.Articles(parsed), parsed.GetValue(expensive));
            TimeSpan? limit = parsed.GetValue(deadline) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
            Console.WriteLine(LoadRun.Header);
            var rows = parsed.GetValue(callers)!.SelectMany(count => Enumerable.Repeat(count, parsed.GetValue(repeat)));
            foreach (var count in rows)
            {
                using var run = new LoadRun(server, web, calls, limit);
                Console.WriteLine(await run.RunAsync(count, TimeSpan.FromSeconds(parsed.GetValue(seconds))));
            }

            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<LoadCall>> CallsAsync(Uri server, string articles, bool isExpensive)
    {
        if (isExpensive)
            return LoadCalls.Expensive(articles);
        using var channel = GrpcChannel.ForAddress(server);
        var persons = await new SearchService.SearchServiceClient(channel)
            .AggregateAsync(new AggregateRequest { Facets = { "person" }, Limit = Persons });
        return LoadCalls.Usual(articles, [.. persons.Facets[0].Values.Select(value => value.Name).Where(name => name.Length > 0)]);
    }
}
