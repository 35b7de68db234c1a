using System.CommandLine;
using System.Globalization;
using NewsSearch.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>concordance QUERY…</c>: prints every match of a query in its context, one a line.</summary>
internal static class ConcordanceCommand
{
    private const int DefaultContext = 60;

    public static Command Create(ServerConnection connection)
    {
        var limit = LimitOption.Create("Lines to print; all by default.", int.MaxValue);
        var by = new Option<string>("--by")
        {
            Description = "newest (default), oldest, relevance, left, right or source.",
            DefaultValueFactory = _ => "newest",
        };
        by.AcceptOnlyFromAmong("newest", "oldest", "relevance", "left", "right", "source");
        var context = new Option<int>("--context")
        {
            Description = "Characters on either side, 10 to 500; 60 by default.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultContext,
        };
        var tsv = new Option<bool>("--tsv")
        {
            Description = "Tab-separated: left, match, right, field, offset, article, published, source.",
        };
        var command = new Command("concordance", "Prints every match of a query with the text around it.") { limit, by, context, tsv };
        var arguments = SearchArguments.AddTo(command, hasOrder: false);
        return command.WithServer(connection, (parsed, client, cancellation) =>
        {
            var search = arguments.ToRequest(parsed);
            var request = search.CopyTo(new ConcordanceRequest());
            request.OrderBy = parsed.GetValue(by)!;
            request.WithReading = true;
            request.Context = parsed.GetValue(context);
            request.Limit = LimitOption.ZeroForAll(parsed.GetValue(limit));
            return RunAsync(client, search, request, parsed.GetValue(tsv), cancellation);
        });
    }

    private static async Task<int> RunAsync(
        NewsSearchClient client,
        SearchRequest search,
        ConcordanceRequest request,
        bool tsv,
        CancellationToken cancellation)
    {
        IReadOnlyList<string> told = [];
        var lines = 0L;
        await foreach (var line in client.ConcordanceAsync(request, cancellation))
        {
            if (line.Article is null)
                await EmptyAnswer.PrintAsync(told = line.Notices, null);
            else if (line.Problem.Length > 0)
                await Console.Error.WriteLineAsync($"{line.Article.Id}: {line.Problem}");
            else
                Console.WriteLine(tsv ? Row(line) : Aligned(line, request.Context));
            lines += line.Article is null ? 0 : 1;
        }

        if (lines == 0 && await EmptyAnswer.ExplainAsync(client.Search, search, told, cancellation) is > 0 and var matching)
            await Console.Error.WriteLineAsync($"{matching:N0} articles match, but the query has no word or name to show in context");
        return ExitCode.Done;
    }

    private static string Aligned(ConcordanceResponse line, int context) =>
        $"{line.Left.PadLeft(context)}[{line.Match}]{line.Right.PadRight(context)}  {ArticleText.Byline(line.Article)}";

    private static string Row(ConcordanceResponse line)
    {
        var offset = line.Start.ToString(CultureInfo.InvariantCulture);
        var article = line.Article;
        string[] cells = [line.Left, line.Match, line.Right, line.Field, offset, article.Id, article.Published.Value, article.Source];
        return string.Join('\t', cells);
    }
}
