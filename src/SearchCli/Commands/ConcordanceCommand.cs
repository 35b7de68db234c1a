using System.CommandLine;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;
using V1 = NewsSearch.V1;

namespace SearchCli.Commands;

/// <summary><c>concordance QUERY…</c>: every place where a query matches, with the text around it.</summary>
internal static class ConcordanceCommand
{
    public static Command Create()
    {
        var limit = LimitOption.Create("Lines to print; all by default.", int.MaxValue);
        var by = new Option<string>("--by") { Description = "newest (default), oldest, relevance, left, right or source.", DefaultValueFactory = _ => "newest" };
        by.AcceptOnlyFromAmong("newest", "oldest", "relevance", "left", "right", "source");
        var context = new Option<int>("--context") { Description = "Characters on either side, 10 to 500; 60 by default.", HelpName = "N", DefaultValueFactory = _ => 60 };
        var tsv = new Option<bool>("--tsv") { Description = "Tab-separated: left, match, right, field, offset, article, published, source." };
        var server = ServerOption.Create();
        var command = new Command("concordance", "Prints every place where a query matches, with the text around it.") { limit, by, context, tsv, server };
        var arguments = SearchArguments.AddTo(command, hasOrder: false);
        command.SetAction(async (parsed, cancellation) =>
        {
            var search = arguments.ToRequest(parsed);
            var request = new ConcordanceRequest
            {
                Query = search.Query,
                Published = search.Published,
                Entities = { search.Entities },
                Sources = { search.Sources },
                Duplicates = search.Duplicates,
                Syntax = search.Syntax,
                Forgiving = search.Forgiving,
                TimeZone = search.TimeZone,
                Generation = search.Generation,
                Since = search.Since,
                OrderBy = parsed.GetValue(by)!,
                Context = parsed.GetValue(context),
                Limit = parsed.GetValue(limit) == int.MaxValue ? 0 : parsed.GetValue(limit),
            };
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var client = new V1.SearchService.SearchServiceClient(channel);
            var matching = await EmptyAnswer.ExplainAsync(client, search, cancellation);
            using var call = client.Concordance(request, cancellationToken: cancellation);
            var lines = 0L;
            await foreach (var line in call.ResponseStream.ReadAllAsync(cancellation))
            {
                Console.WriteLine(parsed.GetValue(tsv) ? Row(line) : Aligned(line, request.Context));
                lines++;
            }

            if (lines == 0 && matching > 0)
                await Console.Error.WriteLineAsync(
                    $"{matching:N0} articles match, and the query has no word or name whose places could be shown");
            return 0;
        });
        return command;
    }

    private static string Aligned(ConcordanceResponse line, int context) => $"{line.Left.PadLeft(context)}[{line.Match}]{line.Right.PadRight(context)}  {ArticleText.Byline(line.Article)}";

    private static string Row(ConcordanceResponse line) => string.Join('\t', line.Left, line.Match, line.Right, line.Field, line.Start.ToString(CultureInfo.InvariantCulture),
        line.Article.Id, line.Article.Published.Value, line.Article.Source);
}
