using Indexer.Ingest;
using Spectre.Console;

namespace Indexer.Commands;

/// <summary>Displays the progress of a run on standard error: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal static class ProgressDisplay
{
    private const int BarWidth = 12;
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);

    /// <param name="bytes">Total size of all files, in bytes; 0 if unknown.</param>
    public static async Task<IngestReport> ShowAsync(long bytes, TimeProvider clock, Func<Action<IngestReport>, Task<IngestReport>> run)
    {
        if (Console.IsErrorRedirected || bytes == 0)
            return await run(Lines(clock));

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("reading", maxValue: bytes);
                var done = await run(report =>
                {
                    task.Value = report.Bytes;
                    task.Description = Markup.Escape(Short(report));
                });
                task.Value = bytes;
                return done;
            });
    }

    private static Action<IngestReport> Lines(TimeProvider clock)
    {
        var last = clock.GetTimestamp();
        return report =>
        {
            if (clock.GetElapsedTime(last) < LineEvery)
                return;
            last = clock.GetTimestamp();
            Console.Error.WriteLine(Describe(report));
        };
    }

    /// <summary>Counts beside a bar, short enough for eighty columns.</summary>
    private static string Short(IngestReport report) =>
        $"{report.New:N0} new, {report.Unchanged:N0} unchanged, {report.Duplicates:N0} dup., {report.Rejected:N0} rejected, "
        + $"{Rate(report):N0}/s";

    private static double Rate(IngestReport report) => report.Read / Math.Max(report.Elapsed.TotalSeconds, 0.001);

    private static string Describe(IngestReport report) => $"{report} ({Rate(report):N0} a second)";
}
