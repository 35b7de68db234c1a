using System.CommandLine;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary><c>show ID</c>: the whole of one article.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The id that a search printed." };
        var json = new Option<bool>("--json") { Description = "The article as JSON, one object." };
        var server = ServerOption.Create();
        var command = new Command("show", "Prints one article.") { id, json, server };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var article = await new ArticleService.ArticleServiceClient(channel).GetArticleAsync(
                new GetArticleRequest { Id = parsed.GetValue(id)! }, cancellationToken: cancellation);
            Console.WriteLine(parsed.GetValue(json) ? JsonOutput.Of(article) : ArticleText.Of(article));
            return 0;
        });
        return command;
    }
}
