using System.CommandLine;
using System.Globalization;
using Evaluation.Load;

namespace Evaluation.Commands;

/// <summary><c>abandon</c>: how long a running service works on for callers who have gone.</summary>
internal static class AbandonCommand
{
    public static Command Create()
    {
        var service = new RunningService();
        var patience = new Option<int>("--after") { HelpName = "MS", DefaultValueFactory = _ => 20, Description = "When callers leave." };
        var count = new Option<int>("--calls") { HelpName = "N", DefaultValueFactory = _ => 200, Description = "Of each way to leave." };
        var command = new Command("abandon", "Measures how soon a running service stops expensive searches whose callers have gone.")
        {
            patience, count,
        };
        service.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var calls = LoadCalls.Expensive(service.Articles(parsed)).Take(parsed.GetValue(count)).ToList();
            using var abandoned = new AbandonedCalls(service.Grpc(parsed), service.Http(parsed));
            Console.WriteLine("| left by | calls | p50 ms | p99 | max |\n|---|---:|---:|---:|---:|");
            foreach (var isDeadline in (bool[])[false, true])
            {
                var stopped = await abandoned.MeasureAsync(calls, TimeSpan.FromMilliseconds(parsed.GetValue(patience)), isDeadline);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {(isDeadline ? "deadline" : "cancelling")} | {stopped.Count} | {Latencies.Cells(stopped, 0.5, 0.99, 1)} |"));
            }

            return 0;
        });
        return command;
    }
}
