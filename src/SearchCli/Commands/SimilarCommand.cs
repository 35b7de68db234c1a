using System.CommandLine;
using System.Globalization;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>similar ID</c>: prints articles on the subject of another, with their scores.</summary>
internal static class SimilarCommand
{
    private const int DefaultLimit = 10;

    public static Command Create(ServerConnection connection)
    {
        var id = new Argument<string>("ID") { Description = "The article." };
        var limit = LimitOption.Create("Articles to print, of up to 1,000; 10 by default.", DefaultLimit);
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var command = new Command("similar", "Finds background reading for an article.") { id, limit, json };
        return command.WithServer(connection, async (parsed, client, cancellation) =>
        {
            var request = new FindSimilarArticlesRequest { Id = parsed.GetValue(id)! };
            var found = await JoinedPages.ReadAsync(
                request, parsed.GetValue(limit), client.Articles.FindSimilarArticlesAsync, cancellation);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonOutput.Of(found));
            else
                found.Articles.ToList().ForEach(Print);
            return ExitCode.Done;
        });
    }

    private static void Print(SimilarArticle similar) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{similar.Score,7:F2}  {similar.Article.Headline}\n         {ArticleText.Byline(similar.Article)}"));
}
