using System.CommandLine;
using Indexer.Archives;
using Indexer.Ingest;

namespace Indexer.Commands;

/// <summary><c>index PATH…</c>: reads archives and writes the index.</summary>
internal static class IndexCommand
{
    public const string Name = "index";

    public static Command Create(TimeProvider clock)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders and patterns such as \"news/2019-*.jsonl\" to read, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var strict = new Option<bool>("--strict") { Description = "Exit with 3 when anything was rejected." };
        var json = new Option<bool>("--json") { Description = "End with one JSON object on standard output." };
        var options = new IngestOptions(seconds: 10);
        var command = new Command(Name, "Reads archives and writes the index.") { paths, strict, json };
        foreach (var option in options.All)
            command.Add(option);
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(paths)!, options.Read(parsed), parsed.GetValue(strict), parsed.GetValue(json), clock, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, IngestSettings settings, bool strict, bool json, TimeProvider clock, CancellationToken cancellation)
    {
        if (ArchiveFiles.FirstMissing(paths) is { } missing)
        {
            await Console.Error.WriteLineAsync($"there is no file or folder {missing}: nothing was read");
            return ExitCode.NothingDone;
        }

        await using var session = new IngestSession(settings, clock);
        if (session.WordsPerSecond is { } words)
            await Console.Error.WriteLineAsync(CostOf(settings.Recogniser, words));
        var files = ArchiveFiles.Walk(paths).ToList();
        var bytes = files.Sum(file => FileStamp.Of(file)?.Size ?? 0);
        var report = await ProgressDisplay.ShowAsync(bytes, clock, progress => session.RunAsync(files, progress, cancellation));
        ReportTable.Print(report, settings.Directory);
        if (session.ForgetsCopies)
            await Console.Error.WriteLineAsync(
                $"near-copies were looked for among the {settings.CopySpan:N0} to {2 * settings.CopySpan:N0} articles before each; a "
                + $"larger --memory looks further back");
        Console.WriteLine(
            json ? report.ToJson() : $"{report}, in {report.Elapsed.TotalSeconds:N1} s; the index is in {settings.Directory}");
        return report.Rejected > 0 && report.Rejected == report.Read ? ExitCode.NothingDone
            : strict && report.Rejected > 0 ? ExitCode.DoneWithRejects
            : ExitCode.Done;
    }

    /// <summary>Printed before a long run; the remaining time follows while it runs.</summary>
    private static string CostOf(string recogniser, double wordsPerSecond)
    {
        const double BytesPerWord = 6;
        var cores = Environment.ProcessorCount;
        var minutes = 100e6 / BytesPerWord / (wordsPerSecond * cores) / 60;
        return $"the {recogniser} recogniser reads about {wordsPerSecond:N0} words/s on each of {cores} cores here: some "
            + $"{Math.Max(minutes, 1):N0} min for 100 MB of English text";
    }
}
