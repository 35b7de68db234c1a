using System.CommandLine;
using Evaluation.Kills;

namespace Evaluation.Commands;

/// <summary><c>kills</c>: kills a service that changes everything it can, at random moments; nothing acknowledged may be lost.</summary>
internal static class KillsCommand
{
    public static Command Create()
    {
        var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 200, Description = "Under calls; a quarter more in starting." };
        var seed = new Option<int>("--seed")
        {
            DefaultValueFactory = _ => 1,
            Description = "Number of the run; another one has other moments.",
        };
        var command = new Command(
            "kills", "Kills a service that writes articles, corrections, pins, alerts and snapshots, at random moments.") { kills, seed };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(kills), parsed.GetValue(seed)));
        return command;
    }

    private static async Task<int> RunAsync(int kills, int seed)
    {
        using var folder = new TemporaryIndex();
        var run = new KillRun(folder.Directory, seed);
        await run.RunAsync(kills);
        run.Losses.ForEach(Console.Error.WriteLine);
        Console.WriteLine("| what | kills | that left a call without an answer | calls acknowledged |\n|---|---:|---:|---:|");
        foreach (var caller in run.Callers)
            Console.WriteLine($"| {caller.Name} | {kills} | {caller.CutOff} | {caller.Acknowledged} |");
        Console.WriteLine($"\nlost={run.Losses.Count} kills while starting={run.WhileStarting}");
        return run.Losses.Count == 0 ? 0 : 1;
    }
}
