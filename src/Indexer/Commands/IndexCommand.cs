using System.CommandLine;
using Indexer.Archives;
using Indexer.Ingest;
using NewsIndex;
using NewsIndex.Articles;

namespace Indexer.Commands;

/// <summary><c>index PATH…</c>: reads archives and writes the index.</summary>
internal static class IndexCommand
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(3);

    public static Command Create(TimeProvider clock)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders to read, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var published = new Option<string?>("--published") { Description = "The date of articles that have none: 1987, 1987-10 or 1987-10-19.", HelpName = "DATE" };
        var source = new Option<string?>("--source") { Description = "The source of articles that have none.", HelpName = "NAME" };
        var recogniser = new Option<string>("--recogniser") { Description = "none: the entities that the archive names. (fast and accurate are to come.)", DefaultValueFactory = _ => "none" };
        recogniser.AcceptOnlyFromAmong("none");
        var strict = new Option<bool>("--strict") { Description = "Exit with 3 when anything was rejected." };
        var json = new Option<bool>("--json") { Description = "End with one JSON object on standard output." };
        var commitEvery = new Option<double>("--commit-every") { Description = "Seconds between commits; 10 by default.", HelpName = "SECONDS", DefaultValueFactory = _ => 10 };
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !PartialDate.TryParse(text, out _))
                result.AddError($"--published is \"{text}\"; expected 1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z");
        });

        var index = IndexOption.Create();
        var mapping = MappingOption.Create();
        var command = new Command("index", "Reads archives and writes the index.") { paths, index, mapping, published, source, recogniser, strict, json, commitEvery };
        command.SetAction((parsed, cancellation) =>
        {
            var date = PartialDate.TryParse(parsed.GetValue(published) ?? "", out var given) ? given : null;
            var defaults = new ArticleDefaults(date, parsed.GetValue(source));
            var every = TimeSpan.FromSeconds(Math.Max(parsed.GetValue(commitEvery), 0.1));
            var archive = new ArchiveFile(new ArchiveReaders(MappingOption.Read(parsed.GetValue(mapping))));
            return RunAsync(archive, parsed.GetValue(paths)!, parsed.GetValue(index)!, defaults, every, parsed.GetValue(strict), parsed.GetValue(json), clock, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ArchiveFile archive, string[] paths, string directory, ArticleDefaults defaults, TimeSpan commitEvery, bool strict, bool json, TimeProvider clock, CancellationToken cancellation)
    {
        if (ArchiveFiles.FirstMissing(paths) is { } missing)
        {
            await Console.Error.WriteLineAsync($"there is no file or folder {missing}: nothing was read");
            return ExitCode.NothingDone;
        }

        var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = directory }, clock);
        await using (writer)
        {
            using var rejects = new RejectLog(directory);
            var lastReport = clock.GetTimestamp();
            var run = new IngestRun(archive, writer, rejects, defaults, commitEvery, clock)
            {
                Progress = report =>
                {
                    if (clock.GetElapsedTime(lastReport) < ReportEvery)
                        return;
                    lastReport = clock.GetTimestamp();
                    Console.Error.WriteLine($"{report} ({report.Read / report.Elapsed.TotalSeconds:N0} a second)");
                },
            };
            var done = await run.RunAsync(ArchiveFiles.Walk(paths), cancellation);
            Print(done, directory, json);
            return done.Rejected > 0 && done.Rejected == done.Read ? ExitCode.NothingDone
                : strict && done.Rejected > 0 ? ExitCode.DoneWithRejects
                : ExitCode.Done;
        }
    }

    private static void Print(IngestReport report, string directory, bool json)
    {
        foreach (var (reader, reason, records) in report.Reasons.Take(10))
            Console.Error.WriteLine($"rejected {records:N0} ({reader}): {reason}");
        if (report.Rejected > 0)
            Console.Error.WriteLine($"each rejected record, with file and offset, is in {Path.Combine(directory, RejectLog.FileName)}");
        Console.WriteLine(json ? report.ToJson() : $"{report}, in {report.Elapsed.TotalSeconds:N1} s; the index is in {directory}");
    }
}
