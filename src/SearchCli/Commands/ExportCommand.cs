using System.CommandLine;
using Grpc.Core;
using NewsSearch.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary>
/// <c>export QUERY…</c>: writes every article that a query finds, as article records that the indexer can read or as CSV.
/// </summary>
internal static class ExportCommand
{
    public static Command Create(ServerConnection connection)
    {
        var limit = LimitOption.Create("Articles to write; all by default.", int.MaxValue);
        var csv = new Option<bool>("--csv")
        {
            Description =
                "One article a line: id, published, precision, provenance, source, headline, url, authors, section, language, body.",
        };
        var withoutBody = new Option<bool>("--no-body") { Description = "Leave the bodies out." };
        var output = new Option<string>("--output")
        {
            Description =
                "File to write to, put in place when it is complete; --cursor appends to what was cut off. Standard output by default.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "",
        };
        var cursor = new Option<string>("--cursor")
        {
            Description = "Continue from here: the cursor that an interrupted export printed.",
            HelpName = "C",
            DefaultValueFactory = _ => "",
        };
        var command = new Command("export", "Writes every article that a query finds, one a line.")
        {
            limit, csv, withoutBody, output, cursor,
        };
        var arguments = SearchArguments.AddTo(command);
        return command.WithServer(connection, async (parsed, client, cancellation) =>
        {
            var search = arguments.ToRequest(parsed);
            var request = search.CopyTo(new ExportRequest());
            request.WithoutBody = parsed.GetValue(withoutBody);
            request.WithReading = true;
            request.Cursor = parsed.GetValue(cursor)!;
            request.Limit = LimitOption.ZeroForAll(parsed.GetValue(limit));
            await using var file = Open(parsed.GetValue(output)!, request.Cursor);
            var stream = file?.Stream ?? Console.OpenStandardOutput();
            await using (ArticleOutput articles = parsed.GetValue(csv)
                ? new ArticleCsv(stream, withHeader: request.Cursor.Length == 0)
                : new ArticleRecords(stream))
                await RunAsync(client, search, request, articles, file, cancellation);
            if (file is not null)
                await file.CompleteAsync();
            return ExitCode.Done;
        });
    }

    /// <summary>Opens the output file; returns null for standard output.</summary>
    private static OutputFile? Open(string path, string cursor) =>
        path.Length == 0 ? null : cursor.Length > 0 ? OutputFile.Continue(path) : OutputFile.Create(path);

    private static async Task RunAsync(
        NewsSearchClient client,
        SearchRequest search,
        ExportRequest request,
        ArticleOutput output,
        OutputFile? file,
        CancellationToken cancellation)
    {
        var (last, articles, isContinued) = (request.Cursor, 0L, request.Cursor.Length > 0);
        IReadOnlyList<string> told = [];
        try
        {
            await foreach (var message in client.ExportAllAsync(request, cancellation))
            {
                if (message.Article is null)
                {
                    told = message.Notices;
                    if (!isContinued)
                        await EmptyAnswer.PrintAsync(told, null);
                    continue;
                }

                await output.WriteAsync(message.Article, cancellation);
                (last, articles) = (message.Cursor, articles + 1);
            }

            await output.FlushAsync(cancellation);
            if (articles == 0 && !isContinued)
                await EmptyAnswer.ExplainAsync(client.Search, search, told, cancellation);
            await Console.Error.WriteLineAsync($"{articles:N0} articles");
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException && last.Length > 0)
        {
            await output.FlushAsync(CancellationToken.None);
            file?.KeepPart();
            var part = file is null ? "" : $", which are in {file.PartPath}";
            await Console.Error.WriteLineAsync(
                $"cut off after {articles:N0} articles{part}; the same command with  --cursor {last}  goes on from there");
            throw;
        }
    }
}
