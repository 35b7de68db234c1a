using System.CommandLine;
using NewsSearch.Client;

namespace SearchCli.Commands;

/// <summary>The action of a verb that calls the service.</summary>
internal static class ServerAction
{
    /// <summary>Adds <c>--server</c> to a verb and runs the verb with a client of that service.</summary>
    /// <param name="run">Returns the exit code. The client is closed when it ends.</param>
    /// <returns>The same command.</returns>
    public static Command WithServer(
        this Command command, ServerConnection connection, Func<ParseResult, NewsSearchClient, CancellationToken, Task<int>> run)
    {
        var server = ServerOption.Create();
        command.Add(server);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = connection.Open(parsed.GetValue(server)!);
            return await run(parsed, client, cancellation);
        });
        return command;
    }
}
