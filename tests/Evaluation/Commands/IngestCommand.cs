using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Evaluation.Commands;

/// <summary><c>ingest PATH…</c>: what reading and indexing each archive costs, end to end, each in a process of its own.</summary>
internal static class IngestCommand
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore };
        var recogniser = new Option<string>("--recogniser")
        {
            Description = "Finds names while it indexes: fast, accurate or none.",
            DefaultValueFactory = _ => "none",
        };
        var command =
            new Command("ingest", "Measures how fast archives are read and indexed, and the memory that it takes.") { paths, recogniser };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(recogniser)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string recogniser, CancellationToken cancellation)
    {
        Console.WriteLine("| archive | articles | MB | s | articles/s | MB/s | peak MB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var path in paths)
        {
            using var index = new TemporaryIndex();
            var (report, peak) = await IndexAsync(path, index.Directory, recogniser, cancellation);
            var (read, bytes, seconds) = (
                report.GetProperty("read").GetInt64(), report.GetProperty("bytes").GetInt64() / 1e6,
                report.GetProperty("seconds").GetDouble());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))} | {read} | {bytes:F1} | {seconds:F1} | "
                + $"{read / seconds:F0} | {bytes / seconds:F2} | {peak / 1e6:F0} |"));
        }

        return 0;
    }

    private static async Task<(JsonElement Report, long PeakBytes)> IndexAsync(
        string path, string directory, string recogniser, CancellationToken cancellation)
    {
        using var indexer = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "Indexer.dll"), "index", path, "--index", directory, "--recogniser", recogniser,
                    "--json"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var output = indexer.StandardOutput.ReadToEndAsync(cancellation);
        var error = indexer.StandardError.ReadToEndAsync(cancellation);
        long peak = 0;
        while (!indexer.HasExited)
        {
            indexer.Refresh();
            peak = Math.Max(peak, indexer.HasExited ? 0 : indexer.WorkingSet64);
            await Task.Delay(LookEvery, cancellation);
        }

        var lines = (await output).Trim();
        if (lines.Length == 0)
            throw new InvalidDataException(await error);
        return (JsonDocument.Parse(lines.Split('\n')[^1]).RootElement, peak);
    }
}
