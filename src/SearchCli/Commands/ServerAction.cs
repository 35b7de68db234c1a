using System.CommandLine;
using Grpc.Net.Client;

namespace SearchCli.Commands;

/// <summary>The action of a verb that calls the service.</summary>
internal static class ServerAction
{
    /// <summary>Adds <c>--server</c> to a verb and runs the verb with a channel to that service.</summary>
    /// <param name="run">Returns the exit code. The channel is closed when it ends.</param>
    /// <returns>The same command.</returns>
    public static Command WithServer(this Command command, Func<ParseResult, GrpcChannel, CancellationToken, Task<int>> run)
    {
        var server = ServerOption.Create();
        command.Add(server);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            return await run(parsed, channel, cancellation);
        });
        return command;
    }
}
