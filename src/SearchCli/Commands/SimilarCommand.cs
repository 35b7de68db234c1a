using System.CommandLine;
using System.Globalization;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>similar ID</c>: background reading for an article.</summary>
internal static class SimilarCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The article." };
        var limit = LimitOption.Create("Articles to print, up to 100; 10 by default.", 10);
        var json = new Option<bool>("--json") { Description = "The reply as JSON, one object." };
        var server = ServerOption.Create();
        var command = new Command("similar", "Finds background reading for an article.") { id, limit, json, server };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var request = new FindSimilarArticlesRequest { Id = parsed.GetValue(id)!, PageSize = parsed.GetValue(limit) };
            var found = await new ArticleService.ArticleServiceClient(channel).FindSimilarArticlesAsync(request, cancellationToken: cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonOutput.Of(found));
                return 0;
            }

            foreach (var each in found.Articles)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each.Score,7:F2}  {each.Article.Headline}\n         {ArticleText.Byline(each.Article)}"));
            return 0;
        });
        return command;
    }
}
