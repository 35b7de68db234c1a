using System.CommandLine;
using Grpc.Core;
using SearchCli.Commands;

namespace SearchCli;

/// <summary>The command line of the search client.</summary>
public static class SearchCliProgram
{
    /// <summary>Runs one command.</summary>
    /// <param name="server">Default of <c>--server</c>; null or empty for <c>http://127.0.0.1:5081</c>.</param>
    /// <returns>0 done, 1 nothing could be done, 2 wrong usage, including a query that cannot be parsed.</returns>
    public static Task<int> RunAsync(string[] args, string? server = null)
    {
        var root = new RootCommand("Searches a news archive through its service.")
        {
            SearchCommand.Create(),
            ShowCommand.Create(),
            SimilarCommand.Create(),
            EntityCommand.Create(),
            TimelineCommand.Create(),
            ConcordanceCommand.Create(),
            ExportCommand.Create(),
            FollowCommand.Create(),
        };
        if (!string.IsNullOrEmpty(server))
            ServerOption.SetDefault(root, server);
        return CommandLine.RunAsync(root, args, Explain);
    }

    private static (string Sentence, int Code)? Explain(Exception failure, ParseResult parsed) => failure switch
    {
        RpcException status => (Failure.Explain(status, SearchArguments.QueryOf(parsed), ServerOption.Of(parsed)), CodeOf(status)),
        InvalidDataException => (failure.Message, ExitCode.NothingDone),
        _ => null,
    };

    private static int CodeOf(RpcException status) =>
        status.StatusCode == StatusCode.InvalidArgument ? ExitCode.WrongUsage : ExitCode.NothingDone;
}
