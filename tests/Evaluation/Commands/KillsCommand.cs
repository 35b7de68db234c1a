using System.CommandLine;
using Evaluation.Kills;

namespace Evaluation.Commands;

/// <summary><c>kills</c>: kills a service that writes articles, at random moments; nothing acknowledged may be lost.</summary>
internal static class KillsCommand
{
    public static Command Create()
    {
        var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed")
        {
            DefaultValueFactory = _ => 1,
            Description = "Number of the run; another one has other moments.",
        };
        var command = new Command("kills", "Kills a service that writes articles, at random moments.") { kills, seed };
        command.SetAction(parsed => RunAsync(parsed.GetValue(kills), parsed.GetValue(seed)));
        return command;
    }

    private static async Task<int> RunAsync(int kills, int seed)
    {
        using var folder = new TemporaryIndex();
        var run = new IngestKills(Path.Combine(folder.Directory, "index"), new Random(seed));
        await run.RunAsync(kills);
        run.Losses.ForEach(Console.Error.WriteLine);
        Console.WriteLine($"kills={kills} acknowledged={run.Acknowledged} lost={run.Losses.Count}");
        return run.Losses.Count == 0 ? 0 : 1;
    }
}
