using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Indexer.Archives;
using Indexer.Records;

namespace Evaluation.Commands;

/// <summary><c>formats</c>: what becomes of every file of some folders.</summary>
internal static class FormatsCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore };
        var list = new Option<bool>("--list") { Description = "A line for each file, on standard error." };
        var command = new Command("formats", "Reads every file and counts what came of it.") { paths, list };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(list)));
        return command;
    }

    private static int Run(string[] paths, bool list)
    {
        var archive = new ArchiveFile(new ArchiveReaders());
        int files = 0, filesRead = 0, filesPassedOver = 0, filesRejected = 0, exceptions = 0;
        long articles = 0, headlines = 0, bodies = 0, dated = 0, rejected = 0, passedOver = 0;
        var slowest = TimeSpan.Zero;
        foreach (var file in ArchiveFiles.Walk(paths))
        {
            var begun = Stopwatch.GetTimestamp();
            var readings = archive.Read(file).ToList();
            var took = Stopwatch.GetElapsedTime(begun);
            slowest = took > slowest ? took : slowest;
            var read = readings.OfType<Reading.Read>().ToList();
            var refused = readings.OfType<Reading.Rejected>().ToList();
            files++;
            filesRead += read.Count > 0 ? 1 : 0;
            filesRejected += read.Count == 0 && refused.Count > 0 ? 1 : 0;
            filesPassedOver += read.Count == 0 && refused.Count == 0 ? 1 : 0;
            exceptions += refused.Count(each => each.Reason.Contains("Exception:", StringComparison.Ordinal));
            articles += read.Count;
            headlines += read.Count(each => each.Article.Headline.Length > 0);
            bodies += read.Count(each => each.Article.Body.Length > 0);
            dated += read.Count(each => each.Article.Published.Date is not null);
            rejected += refused.Count;
            passedOver += readings.Count - read.Count - refused.Count;
            if (list)
            {
                var reason = refused.FirstOrDefault()?.Reason ?? readings.OfType<Reading.PassedOver>().FirstOrDefault()?.Reason;
                var reader = readings.FirstOrDefault()?.Reader;
                Console.Error.WriteLine($"{file}\t{reader}\t{read.Count}\t{refused.Count}\t{took.TotalSeconds:F2}\t{reason}");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"files={files} read={filesRead} passed_over={filesPassedOver} rejected={filesRejected} articles={articles} "
            + $"with_headline={headlines} with_body={bodies} dated={dated} records_rejected={rejected} records_passed_over={passedOver} "
            + $"exceptions={exceptions} slowest={slowest.TotalSeconds:F2}s"));
        return exceptions;
    }
}
