using System.CommandLine;
using Grpc.Core;
using SearchCli.Commands;

namespace SearchCli;

/// <summary>The command line of the search client.</summary>
public static class SearchCliProgram
{
    /// <returns>0 done, 1 nothing could be done, 2 wrong usage, a query that cannot be read included.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Searches a news archive through its service.")
        {
            SearchCommand.Create(), ShowCommand.Create(), SimilarCommand.Create(), EntityCommand.Create(), TimelineCommand.Create(), ConcordanceCommand.Create(), ExportCommand.Create(), FollowCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("--help lists the verbs and their options");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (RpcException e)
        {
            await Console.Error.WriteLineAsync(Failure.Explain(e));
            return e.StatusCode == StatusCode.InvalidArgument ? 2 : 1;
        }
        catch (InvalidDataException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (UriFormatException)
        {
            await Console.Error.WriteLineAsync("--server is no address; expected a form such as http://127.0.0.1:5081");
            return 2;
        }
    }
}
