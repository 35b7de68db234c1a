using System.CommandLine;
using System.Globalization;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;
using V1 = NewsSearch.V1;

namespace SearchCli.Commands;

/// <summary><c>timeline QUERY…</c>: how many articles came out when.</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        var by = new Option<string>("--by") { Description = "year, month (default), week, day or hour.", DefaultValueFactory = _ => "month" };
        by.AcceptOnlyFromAmong("year", "month", "week", "day", "hour");
        var perThousand = new Option<bool>("--per-thousand") { Description = "Per thousand articles of the archive in the period, and how many those are." };
        var occurrences = new Option<bool>("--occurrences") { Description = "How often the query matches, too." };
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var server = ServerOption.Create();
        var command =
            new Command("timeline",
            "Counts articles by when they came out, as tab-separated lines; \"partial\" marks a period that the dates asked for cut.") { by,
            perThousand, occurrences, json, server };
        var arguments = SearchArguments.AddTo(command, hasOrder: false);
        command.SetAction(async (parsed, cancellation) =>
        {
            var search = arguments.ToRequest(parsed);
            var request = new AggregateRequest
            {
                Query = search.Query,
                Published = search.Published,
                Entities = { search.Entities },
                Sources = { search.Sources },
                Syntax = search.Syntax,
                Forgiving = search.Forgiving,
                TimeZone = search.TimeZone,
                Generation = search.Generation,
                Since = search.Since,
                Duplicates = search.Duplicates,
                Timeline = parsed.GetValue(by)!,
                WithArchive = parsed.GetValue(perThousand),
                WithOccurrences = parsed.GetValue(occurrences),
            };
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var counted = await new V1.SearchService.SearchServiceClient(channel).AggregateAsync(request, cancellationToken: cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonOutput.Of(counted));
                return 0;
            }

            await EmptyAnswer.PrintAsync(counted.Notices, counted.EmptyResult);
            foreach (var bucket in counted.Timeline.Buckets)
                Console.WriteLine(Row(bucket, request));
            if (counted.Timeline.Imprecise > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"less precise\t{counted.Timeline.Imprecise}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undated\t{counted.Timeline.Undated}"));
            return 0;
        });
        return command;
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
