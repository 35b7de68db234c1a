using System.CommandLine;
using System.Globalization;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.SavedSnapshots;

namespace Indexer.Commands;

/// <summary><c>snapshot</c>: saves a copy of a generation, while writing goes on; lists copies, or deletes one.</summary>
internal static class SnapshotCommand
{
    public const string Name = "snapshot";

    public static Command Create(TimeProvider clock)
    {
        var name = new Argument<string>("NAME")
        {
            Description = $"{SnapshotName.Expected}; by the time and the generation by default.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var index = IndexOption.Create();
        var to = new Option<string>("--to") { HelpName = "FOLDER", Description = "Folder of the snapshots.", Required = true };
        var generation = Text("--generation", "A generation that is pinned; the newest by default.");
        var by = Text("--by", "Who makes it.");
        var note = Text("--note", "What it is made for.");
        var list = new Option<bool>("--list") { Description = "Only list the snapshots, newest first." };
        var delete = new Option<bool>("--delete") { Description = "Delete the snapshot NAME." };
        var command = new Command(Name, "Saves a copy of an index that restore makes an index of.")
        {
            name, index, to, generation, by, note, list, delete,
        };
        command.Validators.Add(result =>
        {
            var isNamed = result.GetResult(name) is { Tokens.Count: > 0 };
            if (result.GetValue(list) && (isNamed || result.GetValue(delete)))
                result.AddError("--list takes no name and excludes --delete");
            if (result.GetValue(delete) && !isNamed)
                result.AddError("--delete needs the name of a snapshot");
            if (isNamed && !SnapshotName.IsValid(result.GetValue(name)!))
                result.AddError($"the name \"{result.GetValue(name)}\" is invalid; expected {SnapshotName.Expected}");
            if (result.GetValue(generation) is { Length: > 0 } text && !Generation.TryParse(text, out _))
                result.AddError($"\"{text}\" is not a valid generation; expected a number, a hyphen and 16 hexadecimal digits");
            if (result.GetValue(by)!.Length > GenerationPin.MaxByLength || result.GetValue(note)!.Length > SavedSnapshot.MaxNoteLength)
                result.AddError($"--by or --note is too long; expected at most {GenerationPin.MaxByLength} and "
                    + $"{SavedSnapshot.MaxNoteLength} characters");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var options = new NewsIndexOptions { Directory = parsed.GetValue(index)! };
            var snapshots = NewsIndexServices.OpenSnapshots(options, parsed.GetValue(to)!, clock);
            var named = parsed.GetValue(name);
            if (parsed.GetValue(list))
            {
                foreach (var listed in snapshots.List())
                    Console.WriteLine(Line(listed));
            }
            else if (parsed.GetValue(delete))
            {
                snapshots.Delete(named!);
            }
            else
            {
                Generation? wanted = Generation.TryParse(parsed.GetValue(generation)!, out var read) ? read : null;
                var made = snapshots.Create(
                    string.IsNullOrEmpty(named) ? null : named, wanted, parsed.GetValue(by)!, parsed.GetValue(note)!, _ => { },
                    cancellation);
                Console.WriteLine(Line(new ListedSnapshot(made.Name, made)));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Option<string> Text(string name, string description) =>
        new(name) { Description = description, HelpName = "TEXT", DefaultValueFactory = _ => "" };

    private static string Line(ListedSnapshot listed) => listed.Snapshot is { } snapshot
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.Name}\t{snapshot.CreatedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}\t{snapshot.Generation}\t{snapshot.Bytes:N0} bytes")
        : $"{listed.Name}\tcannot be restored: {listed.Problem}";
}
