using System.CommandLine;
using Evaluation.Extraction;

namespace Evaluation.Commands;

/// <summary><c>extraction</c> and <c>dates</c>: what is read out of news pages, against what people say of them.</summary>
internal static class ExtractionCommand
{
    public static Command Create()
    {
        var bodies = new Option<string?>("--bodies") { HelpName = "DIR", Description = "Pages with their bodies." };
        var metadata = new Option<string?>("--metadata")
        {
            HelpName = "DIR",
            Description = "Pages with title, date, author, and snippets that are in the body and that are not.",
        };
        var misses = new Option<bool>("--misses") { Description = "Lists what was missed, on standard error." };
        var half = CreateHalf();
        var command = new Command("extraction", "Measures what is extracted from news pages.") { bodies, metadata, half, misses };
        command.SetAction(parsed =>
        {
            var listed = parsed.GetValue(misses) ? Console.Error : null;
            if (parsed.GetValue(bodies) is { } bodyFolder)
                Console.WriteLine(BodyScore.Measure(bodyFolder, parsed.GetValue(half), listed));
            if (parsed.GetValue(metadata) is { } metadataFolder)
                Console.WriteLine(MetadataScore.Measure(metadataFolder, parsed.GetValue(half), listed));
        });
        return command;
    }

    public static Command CreateDates()
    {
        var metadata = new Option<string>("--metadata") { Required = true, HelpName = "DIR" };
        var half = CreateHalf();
        var command = new Command("dates", "Measures the dates of news pages, to the day; unknown is not wrong.") { metadata, half };
        command.SetAction(parsed =>
            Console.WriteLine(MetadataScore.Measure(parsed.GetValue(metadata)!, parsed.GetValue(half), null).Dates));
        return command;
    }

    private static Option<PageHalf> CreateHalf() =>
        new("--half") { HelpName = "a|b", Description = "Only the pages of one half, told by a hash of their names; all by default." };
}
