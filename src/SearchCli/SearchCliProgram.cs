using System.CommandLine;
using Grpc.Core;
using NewsSearch.Client.Errors;
using SearchCli.Commands;

namespace SearchCli;

/// <summary>The command line of the search client.</summary>
public static class SearchCliProgram
{
    /// <summary>Runs one command.</summary>
    /// <param name="clock">Measures the waits between retries.</param>
    /// <param name="server">Default of <c>--server</c>; null or empty for <c>http://127.0.0.1:5081</c>.</param>
    /// <param name="credential">An API key or a JWT that the service asks for; null or empty for none.</param>
    /// <returns>0 done, 1 nothing could be done, 2 wrong usage, including a query that cannot be parsed.</returns>
    public static Task<int> RunAsync(string[] args, TimeProvider clock, string? server = null, string? credential = null)
    {
        var connection = new ServerConnection(clock, credential);
        var root = new RootCommand("Searches a news archive through its service.")
        {
            SearchCommand.Create(connection),
            ShowCommand.Create(connection),
            SimilarCommand.Create(connection),
            CopiesCommand.Create(connection),
            EntityCommand.Create(connection),
            QuotationsCommand.Create(connection),
            TimelineCommand.Create(connection),
            ConcordanceCommand.Create(connection),
            ExportCommand.Create(connection),
            FollowCommand.Create(connection),
        };
        if (!string.IsNullOrEmpty(server))
            ServerOption.SetDefault(root, server);
        return CommandLine.RunAsync(root, args, Explain);
    }

    private static (string Sentence, int Code)? Explain(Exception failure, ParseResult parsed) => failure switch
    {
        NewsSearchException status => (Failure.Explain(status, SearchArguments.QueryOf(parsed), ServerOption.Of(parsed)), CodeOf(status)),
        InvalidDataException => (failure.Message, ExitCode.NothingDone),
        _ => null,
    };

    private static int CodeOf(NewsSearchException status) =>
        status.StatusCode == StatusCode.InvalidArgument ? ExitCode.WrongUsage : ExitCode.NothingDone;
}
