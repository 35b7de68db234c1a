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
        var query = new Argument<string[]>("QUERY") { Description = "Words, phrases and fields: see docs/query-language.md.", Arity = ArgumentArity.ZeroOrMore };
        var by = new Option<string>("--by") { Description = "year, month (default) or day.", DefaultValueFactory = _ => "month" };
        by.AcceptOnlyFromAmong("year", "month", "day");
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var server = ServerOption.Create();
        var command = new Command("timeline", "Counts articles by when they came out, as tab-separated lines.") { query, by, json, server };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var counted = await new V1.SearchService.SearchServiceClient(channel).AggregateAsync(
                new AggregateRequest { Query = string.Join(' ', parsed.GetValue(query)!), Timeline = parsed.GetValue(by)! }, cancellationToken: cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonOutput.Of(counted));
                return 0;
            }

            foreach (var notice in counted.Notices)
                await Console.Error.WriteLineAsync(notice);
            foreach (var bucket in counted.Timeline.Buckets)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bucket.Start}\t{bucket.Articles}"));
            if (counted.Timeline.Imprecise > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"less precise\t{counted.Timeline.Imprecise}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undated\t{counted.Timeline.Undated}"));
            return 0;
        });
        return command;
    }
}
