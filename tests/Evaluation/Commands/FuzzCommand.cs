using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Evaluation.Formats;
using Indexer.Archives;
using Indexer.Records;

namespace Evaluation.Commands;

/// <summary><c>fuzz</c>: damages real files at random and reads them: no exception, no hang, no growth.</summary>
internal static class FuzzCommand
{
    private const int LargestSeed = 200_000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var seeds = new Option<string[]>("--seeds")
        {
            Required = true,
            HelpName = "DIR",
            AllowMultipleArgumentsPerToken = true,
            Description = "Folders of files to damage.",
        };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed")
        {
            DefaultValueFactory = _ => 1,
            Description = "The first number of the run; each file has one, and the same number the same damage.",
        };
        var findings = new Option<string?>("--findings")
        {
            HelpName = "DIR",
            Description = "Where to keep files that were not read as they should be.",
        };
        var command = new Command("fuzz", "Damages files at random and reads them.") { seeds, seconds, seed, findings };
        command.SetAction(
            parsed => Run(parsed.GetValue(seeds)!, parsed.GetValue(seconds), parsed.GetValue(seed), parsed.GetValue(findings)));
        return command;
    }

    private static int Run(string[] folders, int seconds, int seed, string? findings)
    {
        var files = ArchiveFiles
            .Walk(folders)
            .Where(file => new FileInfo(file).Length is > 0 and < LargestSeed)
            .Select(File.ReadAllBytes)
            .ToList();
        var archive = new ArchiveFile(new ArchiveReaders());
        var watch = Stopwatch.StartNew();
        long inputs = 0, readings = 0, exceptions = 0, slow = 0, before = 0;
        var slowest = TimeSpan.Zero;
        var current = (Seed: seed, Begun: TimeSpan.Zero, Bytes: Array.Empty<byte>());
        using var watchdog = new Timer(_ =>
        {
            var (stuck, since, bytes) = current;
            if (bytes.Length == 0 || watch.Elapsed - since < Hang)
                return;
            Console.Error.WriteLine($"seed {stuck}: hangs, {bytes.Length} bytes");
            if (findings is not null)
                File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(findings).FullName, $"{stuck}.bin"), bytes);
            Environment.Exit(1);
        }, null, Hang, Hang);
        for (; watch.Elapsed < TimeSpan.FromSeconds(seconds); inputs++, seed++)
        {
            var chance = new Random(seed);
            var damaged = Mutation.Of(files[chance.Next(files.Count)], files, chance);
            var begun = watch.Elapsed;
            current = (seed, begun, damaged);
            string? finding = null;
            foreach (var reading in archive.Read("damaged", new MemoryStream(damaged)))
            {
                readings++;
                if (reading is Reading.Rejected rejected && rejected.Reason.Contains("Exception:", StringComparison.Ordinal))
                    finding = $"{rejected.Reader}: {rejected.Reason}";
            }

            var took = watch.Elapsed - begun;
            slowest = took > slowest ? took : slowest;
            if (took > Slow)
                (slow, finding) = (slow + 1, $"{took.TotalSeconds:F1} s");
            exceptions += finding is not null && took <= Slow ? 1 : 0;
            if (finding is not null)
            {
                Console.Error.WriteLine($"seed {seed}: {finding}");
                if (findings is not null)
                    File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(findings).FullName, $"{seed}.bin"), damaged);
            }

            if (inputs == 2000)
                before = GC.GetTotalMemory(forceFullCollection: true);
        }

        var growth = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"inputs={inputs} readings={readings} exceptions={exceptions} slow={slow} slowest={slowest.TotalSeconds:F2}s "
                + $"growth={growth:F1}MB peak={Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0}MB "
                + $"seconds={watch.Elapsed.TotalSeconds:F0}"));
        return exceptions + slow == 0 ? 0 : 1;
    }
}
