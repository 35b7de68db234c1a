using System.CommandLine;
using NewsIndex;
using NewsIndex.Engines;

namespace Indexer.Commands;

/// <summary><c>verify</c>: checks an index and reports errors.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var index = IndexOption.Create();
        var command = new Command("verify", "Checks every file and every article of an index.") { index };
        command.SetAction(parsed =>
        {
            var directory = parsed.GetValue(index)!;
            var problems = NewsIndexServices.Verify(new NewsIndexOptions { Directory = directory });
            foreach (var problem in problems)
                Console.Error.WriteLine(problem);
            if (problems.Count == 0)
                Console.WriteLine($"{directory} is clean");
            return problems.Count == 0 ? ExitCode.Done : ExitCode.NothingDone;
        });
        return command;
    }
}
