using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Evaluation.Training;

namespace Evaluation.Commands;

/// <summary><c>train</c>: trains the model of the fast recogniser, with the same bytes each time.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder with train/ and names/.",
            DefaultValueFactory = _ => "../shared/data/entities",
        };
        var output = new Option<string>("--output")
        {
            Description = "File to write the model to.",
            DefaultValueFactory = _ => "src/Recognition/Models/english-fast.model",
        };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 4 };
        var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 2 };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 4 };
        var margin = new Option<float>("--margin") { DefaultValueFactory = _ => 20f };
        var prune = new Option<float>("--prune") { DefaultValueFactory = _ => 0.02f };
        var seed = new Option<uint>("--seed") { DefaultValueFactory = _ => 1u };
        var command = new Command("train", "Trains the model of the fast recogniser on tagged text.")
        {
            data, output, epochs, runs, folds, margin, prune, seed,
        };
        command.SetAction(parsed =>
        {
            var clock = Stopwatch.StartNew();
            var path = parsed.GetValue(output)!;
            var settings = new TrainingSettings(
                parsed.GetValue(epochs),
                parsed.GetValue(runs),
                parsed.GetValue(folds),
                parsed.GetValue(margin),
                parsed.GetValue(prune),
                parsed.GetValue(seed));
            void Report(string line) => Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:N0} s  {line}");
            new TaggerTraining(parsed.GetValue(data)!, settings, Report).Run(path);
            var model = File.ReadAllBytes(path);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(model));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"model={path} bytes={model.Length} sha256={sha256} seconds={clock.Elapsed.TotalSeconds:F0}"));
            return 0;
        });
        return command;
    }
}
