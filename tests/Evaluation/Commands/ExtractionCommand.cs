using System.CommandLine;
using Evaluation.Extraction;

namespace Evaluation.Commands;

/// <summary><c>extraction</c> and <c>dates</c>: what is read out of news pages, against what people say of them.</summary>
internal static class ExtractionCommand
{
    public static Command Create()
    {
        var bodies = new Option<string?>("--bodies") { HelpName = "DIR", Description = "Pages with their bodies." };
        var metadata = new Option<string?>("--metadata") { HelpName = "DIR", Description = "Pages with title, date, author, and snippets that are in the body and that are not." };
        var misses = new Option<bool>("--misses") { Description = "Lists what was missed, on standard error." };
        var command = new Command("extraction", "Measures what is extracted from news pages.") { bodies, metadata, misses };
        command.SetAction(parsed =>
        {
            var listed = parsed.GetValue(misses) ? Console.Error : null;
            if (parsed.GetValue(bodies) is { } bodyFolder)
                Console.WriteLine(BodyScore.Measure(bodyFolder, listed));
            if (parsed.GetValue(metadata) is { } metadataFolder)
                Console.WriteLine(MetadataScore.Measure(metadataFolder, listed));
        });
        return command;
    }

    public static Command CreateDates()
    {
        var metadata = new Option<string>("--metadata") { Required = true, HelpName = "DIR" };
        var command = new Command("dates", "Measures the dates of news pages, to the day; unknown is not wrong.") { metadata };
        command.SetAction(parsed => Console.WriteLine(MetadataScore.Measure(parsed.GetValue(metadata)!, null).Dates));
        return command;
    }
}
