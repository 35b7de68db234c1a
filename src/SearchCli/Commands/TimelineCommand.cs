using System.CommandLine;
using System.Globalization;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>timeline QUERY…</c>: counts articles by period of publication.</summary>
internal static class TimelineCommand
{
    private const string Description =
        "Counts articles by when they came out, as tab-separated lines; \"partial\" marks a period that the dates asked for cut.";

    public static Command Create(ServerConnection connection)
    {
        var by = new Option<string>("--by")
        {
            Description = "year, month (default), week, day or hour.",
            DefaultValueFactory = _ => "month",
        };
        by.AcceptOnlyFromAmong("year", "month", "week", "day", "hour");
        var perThousand = new Option<bool>("--per-thousand")
        {
            Description = "Articles per thousand of the archive in the period, and the number of articles of the archive.",
        };
        var occurrences = new Option<bool>("--occurrences") { Description = "The number of matches as well." };
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var command = new Command("timeline", Description) { by, perThousand, occurrences, json };
        var arguments = SearchArguments.AddTo(command, hasOrder: false);
        return command.WithServer(connection, async (parsed, client, cancellation) =>
        {
            var request = arguments.ToRequest(parsed).CopyTo(new AggregateRequest());
            request.Timeline = parsed.GetValue(by)!;
            request.WithArchive = parsed.GetValue(perThousand);
            request.WithOccurrences = parsed.GetValue(occurrences);
            var counted = await client.Search.AggregateAsync(request, cancellationToken: cancellation);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonOutput.Of(counted));
            else
                await PrintAsync(counted, request);
            return ExitCode.Done;
        });
    }

    private static async Task PrintAsync(AggregateResponse counted, AggregateRequest request)
    {
        await EmptyAnswer.PrintAsync(counted.Notices, counted.EmptyResult);
        foreach (var bucket in counted.Timeline.Buckets)
            Console.WriteLine(Row(bucket, request));
        if (counted.Timeline.Imprecise > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"less precise\t{counted.Timeline.Imprecise}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undated\t{counted.Timeline.Undated}"));
    }

    private static string Row(TimelineBucket bucket, AggregateRequest request)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"{bucket.Start}\t{bucket.Articles}");
        if (request.WithOccurrences)
            row += string.Create(CultureInfo.InvariantCulture, $"\t{bucket.Occurrences}");
        if (request.WithArchive)
            row += string.Create(CultureInfo.InvariantCulture, $"\t{bucket.PerThousand:F2}\t{bucket.ArchiveArticles}");
        return bucket.Partial ? row + "\tpartial" : row;
    }
}
