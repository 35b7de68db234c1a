using System.CommandLine;
using Indexer.Commands;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.SavedSnapshots;

namespace Indexer;

/// <summary>The command line of the indexer.</summary>
public static class IndexerProgram
{
    /// <summary>How long Ctrl+C waits for what was read to be committed, before the process ends without it.</summary>
    private static readonly TimeSpan TimeToCommit = TimeSpan.FromMinutes(2);

    /// <returns>0 done, 1 nothing could be done, 2 wrong usage, 3 done with rejects under <c>--strict</c>.</returns>
    public static Task<int> RunAsync(string[] args, TimeProvider clock)
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
            SnapshotCommand.Create(clock),
            RestoreCommand.Create(),
            UpgradeCommand.Create(clock),
        };
        return CommandLine.RunAsync(root, args, Explain, TimeToCommit);
    }

    private static (string Sentence, int Code)? Explain(Exception failure, ParseResult parsed) => failure switch
    {
        IndexUnavailableException or IndexLockedException or CorrectionsUnavailableException => (failure.Message, ExitCode.NothingDone),
        GenerationExpiredException => (failure.Message, ExitCode.NothingDone),
        SnapshotFailedException => (failure.Message, ExitCode.NothingDone),
        IOException or UnauthorizedAccessException when parsed.CommandResult.Command.Name is RestoreCommand.Name => (
            $"{failure.Message} Nothing was restored; run the same command again once there is room and permission.", ExitCode.NothingDone),
        OperationCanceledException when parsed.CommandResult.Command.Name is SnapshotCommand.Name => (
            "stopped; nothing of the snapshot is left", ExitCode.NothingDone),
        OperationCanceledException when parsed.CommandResult.Command.Name is UpgradeCommand.Name => (
            "stopped; the index is as before", ExitCode.NothingDone),
        IOException or UnauthorizedAccessException when parsed.CommandResult.Command.Name is IndexCommand.Name or WatchCommand.Name => (
            $"{failure.Message} The last commit is intact; run the same command again once there is room and permission.",
            ExitCode.NothingDone),
        OperationCanceledException => ("stopped; what was committed stays, and the same command goes on from there", ExitCode.NothingDone),
        _ => null,
    };
}
