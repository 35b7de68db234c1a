using System.CommandLine;
using System.Globalization;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.SavedSnapshots;

namespace Indexer.Commands;

/// <summary><c>restore</c>: makes an index of a saved snapshot.</summary>
internal static class RestoreCommand
{
    public const string Name = "restore";

    public static Command Create()
    {
        var snapshot = new Argument<string>("SNAPSHOT") { Description = "Folder of one snapshot." };
        var index = IndexOption.Create();
        var command = new Command(Name, "Makes an index of a saved snapshot, and checks each file against its checksum.")
        {
            snapshot, index,
        };
        command.SetAction(parsed =>
        {
            var options = new NewsIndexOptions { Directory = parsed.GetValue(index)! };
            foreach (var line in Report(NewsIndexServices.Restore(parsed.GetValue(snapshot)!, options), options.Directory))
                Console.WriteLine(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Report(RestoredIndex restored, string directory)
    {
        var snapshot = restored.Snapshot;
        yield return $"{directory} is restored from {snapshot.Name} of {Time(snapshot.CreatedAt)}";
        yield return $"generation {snapshot.Generation} of {Time(snapshot.CommittedAt)}, format {snapshot.Format}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.Files.Count:N0} files, {snapshot.Bytes:N0} bytes, {snapshot.Corrections:N0} corrections, {restored.Pins:N0} pins");
        foreach (var pin in restored.OtherPins)
            yield return $"not restored: the pin of {pin.Generation} by \"{pin.By}\", whose generation is not in the snapshot";
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
