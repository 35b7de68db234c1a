using System.CommandLine;
using System.Globalization;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Results;

namespace Indexer.Commands;

/// <summary><c>upgrade</c>: brings an index of an earlier format to the present one, without the archive.</summary>
internal static class UpgradeCommand
{
    public const string Name = "upgrade";

    public static Command Create(TimeProvider clock)
    {
        var index = IndexOption.Create();
        var dropPins = new Option<bool>("--drop-pins")
        {
            Description = "Remove the pins of earlier generations, which cannot be carried over.",
        };
        var command = new Command(Name, "Brings an index of an earlier format to the present one, without the archive.")
        {
            index, dropPins,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new NewsIndexOptions { Directory = parsed.GetValue(index)! };
            var upgraded = NewsIndexServices.Upgrade(options, parsed.GetValue(dropPins), clock, cancellation);
            foreach (var line in Report(upgraded, options.Directory))
                Console.WriteLine(line);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static IEnumerable<string> Report(UpgradedIndex upgraded, string directory)
    {
        if (upgraded.FromFormat == NewsIndexServices.FormatVersion)
        {
            yield return $"{directory} has format {upgraded.FromFormat} already; nothing was changed";
            yield break;
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{directory} has format {NewsIndexServices.FormatVersion} now, before {upgraded.FromFormat}: "
            + $"{upgraded.Articles:N0} articles and {upgraded.Revisions:N0} earlier texts; the generation is still {upgraded.Generation}");
        yield return $"names are those that \"{upgraded.Recogniser}\" found";
        if (upgraded.Relinked > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{upgraded.Relinked:N0} articles count for other entities than before, by the present rules that link names");
        }

        foreach (var pin in upgraded.DroppedPins)
            yield return $"removed: the pin of {pin.Generation} by \"{pin.By}\"";
    }
}
