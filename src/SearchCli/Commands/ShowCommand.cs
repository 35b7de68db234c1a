using System.CommandLine;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>show ID</c>: prints one article with its body.</summary>
internal static class ShowCommand
{
    public static Command Create(ServerConnection connection)
    {
        var id = new Argument<string>("ID") { Description = "The id that a search printed." };
        var json = new Option<bool>("--json") { Description = "The article as JSON, one object." };
        return new Command("show", "Prints one article.") { id, json }.WithServer(connection, async (parsed, client, cancellation) =>
        {
            var request = new GetArticleRequest { Id = parsed.GetValue(id)! };
            var article = await client.Articles.GetArticleAsync(request, cancellationToken: cancellation);
            Console.WriteLine(parsed.GetValue(json) ? JsonOutput.Of(article) : ArticleText.Of(article));
            return ExitCode.Done;
        });
    }
}
