using System.CommandLine;
using Evaluation.Formats;
using Indexer.Archives;

namespace Evaluation.Commands;

/// <summary><c>fuzz</c>: damages real files at random and reads them: no exception, no hang, no growth.</summary>
internal static class FuzzCommand
{
    /// <summary>In bytes; larger files are not damaged.</summary>
    private const int LargestSeed = 200_000;

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
        var files = ArchiveFiles.Walk(folders).Where(file => new FileInfo(file).Length is > 0 and < LargestSeed).Select(File.ReadAllBytes)
            .ToList();
        var run = new FuzzRun(files, findings);
        run.Run(TimeSpan.FromSeconds(seconds), seed);
        Console.WriteLine(run.Summary());
        return run.HasFindings ? 1 : 0;
    }
}
