using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.SavedSnapshots;

namespace Indexer.Commands;

/// <summary><c>snapshot</c>: saves a copy of a generation, while writing goes on; lists copies, or deletes one.</summary>
internal sealed class SnapshotCommand
{
    public const string Name = "snapshot";

    private readonly Argument<string> name = new("NAME")
    {
        Description = $"{SnapshotName.Expected}; by the time and the generation by default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> index = IndexOption.Create();
    private readonly Option<string> to = new("--to") { HelpName = "FOLDER", Description = "Folder of the snapshots.", Required = true };
    private readonly Option<string> generation = TextOption.Create("--generation", "A generation that is pinned; the newest by default.");
    private readonly Option<string> by = TextOption.Create("--by", "Who makes it.");
    private readonly Option<string> note = TextOption.Create("--note", "What it is made for.");
    private readonly Option<bool> list = new("--list") { Description = "Only list the snapshots, newest first." };
    private readonly Option<bool> delete = new("--delete") { Description = "Delete the snapshot NAME." };

    private SnapshotCommand()
    {
    }

    public static Command Create(TimeProvider clock)
    {
        var snapshot = new SnapshotCommand();
        var command = new Command(Name, "Saves a copy of an index that restore makes an index of.")
        {
            snapshot.name, snapshot.index, snapshot.to, snapshot.generation, snapshot.by, snapshot.note, snapshot.list, snapshot.delete,
        };
        command.Validators.Add(snapshot.Validate);
        command.SetAction((parsed, cancellation) => Task.FromResult(snapshot.Run(parsed, clock, cancellation)));
        return command;
    }

    private void Validate(CommandResult result)
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
    }

    private int Run(ParseResult parsed, TimeProvider clock, CancellationToken cancellation)
    {
        var options = new NewsIndexOptions { Directory = parsed.GetValue(index)! };
        var snapshots = NewsIndexServices.OpenSnapshots(options, parsed.GetValue(to)!, clock);
        if (parsed.GetValue(list))
        {
            foreach (var listed in snapshots.List())
                Console.WriteLine(Line(listed));
        }
        else if (parsed.GetValue(delete))
        {
            snapshots.Delete(parsed.GetValue(name)!);
        }
        else
        {
            var made = Make(snapshots, parsed, cancellation);
            Console.WriteLine(Line(new ListedSnapshot(made.Name, made)));
        }

        return ExitCode.Done;
    }

    private SavedSnapshot Make(SnapshotFolder snapshots, ParseResult parsed, CancellationToken cancellation)
    {
        var named = parsed.GetValue(name);
        Generation? wanted = Generation.TryParse(parsed.GetValue(generation)!, out var read) ? read : null;
        return snapshots.Create(
            new SnapshotOrder(string.IsNullOrEmpty(named) ? null : named, wanted, parsed.GetValue(by)!, parsed.GetValue(note)!),
            _ => { }, cancellation);
    }

    private static string Line(ListedSnapshot listed) => listed.Snapshot is { } snapshot
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.Name}\t{snapshot.CreatedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}\t{snapshot.Generation}\t{snapshot.Bytes:N0} bytes")
        : $"{listed.Name}\tcannot be restored: {listed.Problem}";
}
