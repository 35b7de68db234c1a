using Grpc.Core;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using Mention = NewsIndex.Articles.Mention;
using PublishedDate = NewsIndex.Articles.PublishedDate;

namespace NewsSearch.Tests.Service;

/// <summary>A service with four articles: Jane Roe in the first two, John Roe in the third, a bare Roe in the fourth.</summary>
public abstract class RoeArchive : IAsyncLifetime
{
    private protected RunningService Service { get; } = new();

    private protected EntityService.EntityServiceClient Entities => new(Service.Channel);

    private protected V1.SearchService.SearchServiceClient Search => new(Service.Channel);

    public async Task InitializeAsync()
    {
        await Service.InitializeAsync();
        await BuildAsync();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await Search.SearchAsync(new SearchRequest())).Total.Value == 4;
            }
            catch (RpcException)
            {
                return false;
            }
        });
    }

    public Task DisposeAsync() => Service.DisposeAsync();

    private protected static string ReasonOf(RpcException failure) => failure.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>().Reason;

    private protected static Entity Person(string key) => new() { Id = $"person:{key}" };

    private protected async Task BuildAsync()
    {
        await using var writer = NewsIndexServices.OpenWriter(
            new NewsIndexOptions { Directory = Service.Index }, TimeProvider.System, Names);
        await writer.WriteAsync(
            [
                Dated("1", "1987-01-01", "Jane Roe arrived from the United Kingdom to see the works."),
                Dated("2", "1987-02-01", "Jane Roe arrived. Roe left. Jane Roe will not come again."),
                Dated("3", "1987-02-01", "John Roe slept."),
                Dated("4", "1987-03-01", "Roe spoke of the weather."),
            ],
            CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    private protected async Task<string> IdsAsync(string query) =>
        string.Join(',', (await Search.SearchAsync(new SearchRequest { Query = query })).Hits.Select(hit => hit.Article.Id).Order());

    private protected async Task<string> IdsOrNoneAsync(string query)
    {
        try
        {
            return await IdsAsync(query);
        }
        catch (RpcException)
        {
            return "";
        }
    }

    private protected async Task<string> PersonFacetAsync() =>
        string.Join(", ", (await Search.AggregateAsync(new AggregateRequest { Facets = { "person" } })).Facets[0]
            .Values.Select(value => $"{value.Id} {value.Articles}"));

    /// <summary>A recogniser that knows four names.</summary>
    private static IReadOnlyList<Mention> Names(Article article) =>
        [.. System.Text.RegularExpressions.Regex.Matches(article.Body, "(Jane |John )?Roe|United Kingdom").Select(match =>
            new Mention(match.Value.StartsWith('U') ? EntityType.Place : EntityType.Person, match.Value, MentionZone.Body, match.Index,
                match.Index + match.Length))];

    private static Article Dated(string id, string date, string body) => new()
    {
        Id = id,
        Body = body,
        Language = "en",
        Published = new PublishedDate(PartialDate.TryParse(date, out var parsed) ? parsed : null, null, DateProvenance.Metadata),
    };

    private protected async Task CorrectAsync(string kind, string entity, string value, int names = 1)
    {
        var its = new Entity { Id = entity };
        _ = kind switch
        {
            "merge" => await Entities.MergeEntitiesAsync(
                new MergeEntitiesRequest { From = its, Into = new Entity { Id = value }, Who = "desk" }),
            "split" => await Entities.SplitEntityAsync(
                new SplitEntityRequest
                {
                    From = its,
                    Names = { Enumerable.Range(0, names).Select(i => $"Roe {i}") },
                    NewName = value,
                    Who = "desk"
                }),
            "rename" => await Entities.RenameEntityAsync(new RenameEntityRequest { Entity = its, Name = value, Who = "desk" }),
            "hide" => await Entities.HideMentionAsync(new HideMentionRequest { Entity = its, ArticleId = value, Who = "desk" }),
            _ => await Entities.UndoCorrectionAsync(
                new UndoCorrectionRequest { Number = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Who = "desk" }),
        };
    }
}
