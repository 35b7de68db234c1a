using System.CommandLine;
using Indexer.Commands;
using NewsIndex;
using NewsIndex.Entities;

namespace Indexer;

/// <summary>The command line of the indexer.</summary>
public static class IndexerProgram
{
    /// <summary>How long Ctrl+C waits for what was read to be committed, before the process ends without it.</summary>
    private static readonly TimeSpan TimeToCommit = TimeSpan.FromMinutes(2);

    /// <returns>0 done, 1 nothing could be done, 2 wrong usage, 3 done with rejects under <c>--strict</c>.</returns>
    public static async Task<int> RunAsync(string[] args, TimeProvider clock)
    {
        var root = new RootCommand("Reads news archives and builds a search index of them.")
        {
            IndexCommand.Create(clock),
            WatchCommand.Create(clock),
            ExtractCommand.Create(),
            BoilerplateCommand.Create(),
            VerifyCommand.Create(),
            StatsCommand.Create(clock),
            PinCommand.Create(clock),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("--help lists the verbs and their options");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToCommit });
        }
        catch (Exception e) when (e is IndexUnavailableException or IndexLockedException or CorrectionsUnavailableException)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} The last commit is intact; run the same command again once there is room and permission.");
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("stopped; what was committed stays, and the same command goes on from there");
        }

        return ExitCode.NothingDone;
    }
}
