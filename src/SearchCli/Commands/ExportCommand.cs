using System.CommandLine;
using Grpc.Core;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;
using V1 = NewsSearch.V1;

namespace SearchCli.Commands;

/// <summary><c>export QUERY…</c>: everything that a query finds, as article records that the indexer reads again, or as CSV.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var limit = LimitOption.Create("Articles to write; all by default.", int.MaxValue);
        var csv = new Option<bool>("--csv") { Description = "One article a line: id, published, precision, provenance, source, headline, url, authors, section, language, body." };
        var withoutBody = new Option<bool>("--no-body") { Description = "Leave the bodies out." };
        var output = new Option<string>("--output")
        {
            Description =
            "A file to write to, put in place once it is whole; with --cursor what was cut off is gone on with. Standard output by default.",
            HelpName = "FILE",
            DefaultValueFactory = _ => ""
        };
        var cursor = new Option<string>("--cursor") { Description = "Go on from here: what an export that was cut off has said.", HelpName = "C", DefaultValueFactory = _ => "" };
        var server = ServerOption.Create();
        var command = new Command("export", "Writes everything that a query finds, an article a line.") { limit, csv, withoutBody, output, cursor, server };
        var arguments = SearchArguments.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var search = arguments.ToRequest(parsed);
            var request = ToRequest(search);
            (request.WithoutBody, request.Cursor) = (parsed.GetValue(withoutBody), parsed.GetValue(cursor)!);
            request.Limit = parsed.GetValue(limit) == int.MaxValue ? 0 : parsed.GetValue(limit);
            var path = parsed.GetValue(output)!;
            await using var file = path.Length == 0
                ? null : request.Cursor.Length > 0 ? OutputFile.Continue(path) : OutputFile.Create(path);
            var stream = file?.Stream ?? Console.OpenStandardOutput();
            await using (ArticleOutput articles = parsed.GetValue(csv)
                ? new ArticleCsv(stream, withHeader: request.Cursor.Length == 0)
                : new ArticleRecords(stream))
                await RunAsync(parsed.GetValue(server)!, search, request, articles, file, cancellation);
            if (file is not null)
                await file.CompleteAsync();
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(string server, SearchRequest search, ExportRequest request, ArticleOutput output, OutputFile? file,
        CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(server);
        var client = new V1.SearchService.SearchServiceClient(channel);
        if (request.Cursor.Length == 0)
            await EmptyAnswer.ExplainAsync(client, search, cancellation);
        using var call = client.Export(request, cancellationToken: cancellation);
        var (last, articles) = (request.Cursor, 0L);
        try
        {
            await foreach (var message in call.ResponseStream.ReadAllAsync(cancellation))
            {
                await output.WriteAsync(message.Article, cancellation);
                (last, articles) = (message.Cursor, articles + 1);
            }

            await output.FlushAsync(cancellation);
            await Console.Error.WriteLineAsync($"{articles:N0} articles");
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException && last.Length > 0)
        {
            await output.FlushAsync(CancellationToken.None);
            file?.KeepPart();
            await Console.Error.WriteLineAsync(
                $"cut off after {articles:N0} articles{(file is null ? "" : $", which are in {file.PartPath}")}; the same command with  --cursor {last}  goes on from there");
            throw;
        }
    }

    private static ExportRequest ToRequest(SearchRequest search) => new()
    {
        Query = search.Query,
        Published = search.Published,
        Entities = { search.Entities },
        Sources = { search.Sources },
        OrderBy = search.OrderBy,
        Duplicates = search.Duplicates,
        Syntax = search.Syntax,
        Forgiving = search.Forgiving,
        TimeZone = search.TimeZone,
        Since = search.Since,
        Generation = search.Generation,
    };
}
