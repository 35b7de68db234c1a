using System.CommandLine;
using Evaluation.Load;
using Evaluation.Speed;
using NewsSearch.V1;

namespace Evaluation.Commands;

/// <summary>
/// <c>load</c>: callers of a running service over gRPC, and what a second client and an orchestrator see of it meanwhile.
/// </summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var articles = new Option<string>("--articles")
        {
            Required = true,
            HelpName = "F.jsonl[.gz]",
            Description = "Articles of the index, of whose words the queries are made.",
        };
        var grpc = new Option<string>("--grpc") { HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5081" };
        var http = new Option<string>("--http") { HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var callers = new Option<int[]>("--callers")
        {
            HelpName = "N",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, 8, 64, 256],
        };
        var seconds = new Option<int>("--seconds") { HelpName = "N", DefaultValueFactory = _ => 20, Description = "Of each row." };
        var deadline = new Option<int?>("--deadline") { HelpName = "MS", Description = "Of each call; none by default." };
        var expensive = new Option<bool>("--expensive") { Description = "Wildcards, feedback and large pages instead of usual queries." };
        var command = new Command("load", "Measures a running service on the loopback under load.")
        {
            articles, grpc, http, callers, seconds, deadline, expensive,
        };
        command.SetAction(async (parsed, _) =>
        {
            var (server, web) = (new Uri(parsed.GetValue(grpc)!), new Uri(parsed.GetValue(http)!));
            if (!server.IsLoopback || !web.IsLoopback)
            {
                await Console.Error.WriteLineAsync("the service is not on the loopback; expected one of this machine");
                return 2;
            }

            var requests = Requests(parsed.GetValue(articles)!, parsed.GetValue(expensive));
            TimeSpan? limit = parsed.GetValue(deadline) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
            Console.WriteLine(LoadRun.Header);
            foreach (var count in parsed.GetValue(callers)!)
            {
                using var run = new LoadRun(server, web, requests, limit);
                Console.WriteLine(await run.RunAsync(count, TimeSpan.FromSeconds(parsed.GetValue(seconds))));
            }

            return 0;
        });
        return command;
    }

    /// <summary>Queries of all kinds in turn, the same on every run.</summary>
    private static List<SearchRequest> Requests(string articles, bool isExpensive)
    {
        var random = new Random(21578);
        var cases = GeneratedQueries.From(articles).Where(each => each.Text.Length > 0).ToArray();
        random.Shuffle(cases);
        return isExpensive ? [.. cases.Select(Expensive)] : [.. cases.Select(Usual)];
    }

    private static SearchRequest Usual(QueryCase asked) => new()
    {
        Query = asked.Text,
        Syntax = SearchRequest.Types.Syntax.Lucene,
        OrderBy = asked.Sort == "date_desc" ? "newest" : "",
        PageSize = 10,
        Published = asked.From.Length > 0 ? new DateRange { From = asked.From, To = asked.To } : null,
    };

    private static SearchRequest Expensive(QueryCase asked, int number)
    {
        var letter = (char)('a' + (number % 26));
        return (number % 3) switch
        {
            0 => new SearchRequest { Query = $"{letter}* OR *{letter}e OR ?{letter}*", PageSize = 100 },
            1 => new SearchRequest { Query = $"the OR of OR and OR in OR {letter}*", Feedback = true, PageSize = 100 },
            _ => new SearchRequest { Query = asked.Text, Syntax = SearchRequest.Types.Syntax.Lucene, Feedback = true, PageSize = 100 },
        };
    }
}
