using System.CommandLine;
using Indexer.Archives;
using Indexer.Ingest;

namespace Indexer.Commands;

/// <summary><c>watch FOLDER…</c>: keeps an index up to date as files arrive and change.</summary>
internal static class WatchCommand
{
    public const string Name = "watch";

    public static Command Create(TimeProvider clock)
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = "Folders to watch, with all below them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var options = new IngestOptions(seconds: 1);
        var command = new Command(Name, "Keeps an index up to date as files arrive and change, until it is stopped.") { folders };
        foreach (var option in options.All)
            command.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(folders)!, options.Read(parsed), clock, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] folders, IngestSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        if (Array.Find(folders, folder => !Directory.Exists(folder)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"there is no folder {missing}: nothing is watched");
            return ExitCode.NothingDone;
        }

        await using var session = new IngestSession(settings, clock);
        using var changes = new FolderChanges(folders, clock);
        await ReadAsync(session, ArchiveFiles.Walk(folders), cancellation);
        Console.Error.WriteLine($"watching {string.Join(", ", folders)}; stop with Ctrl+C");
        try
        {
            while (true)
                await ReadAsync(session, await changes.NextAsync(cancellation), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Each round ends with a commit: there is nothing to lose.
            return ExitCode.Done;
        }
    }

    private static async Task ReadAsync(IngestSession session, IEnumerable<string> files, CancellationToken cancellation)
    {
        var report = await session.RunAsync(files, _ => { }, cancellation);
        if (report.New + report.Updated + report.Rejected > 0)
            Console.WriteLine($"{report}, in {report.Elapsed.TotalSeconds:N1} s");
    }
}
