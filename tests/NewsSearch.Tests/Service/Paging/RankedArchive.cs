using NewsIndex.Articles;
using NewsSearch.Client;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using PublishedDate = NewsIndex.Articles.PublishedDate;

namespace NewsSearch.Tests.Service.Paging;

/// <summary>A service with forty similar articles. Jane Roe is in the first twenty, beside ten other people.</summary>
public sealed class RankedArchive : IAsyncLifetime
{
    private const int Articles = 40;
    private static readonly string[] Others = ["Ann", "Ben", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jim"];

    private readonly RunningService service = new();

    internal RunningService Service => service;

    internal NewsSearchClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await WriteAsync([.. Enumerable.Range(0, Articles).Select(Article)], Articles);
        Client = new NewsSearchClient(new Uri(service.GrpcAddress), TimeProvider.System);
    }

    public Task DisposeAsync()
    {
        Client.Dispose();
        return service.DisposeAsync();
    }

    /// <summary>Every list that is ranked anew for each page.</summary>
    internal IEnumerable<RankedList> Lists() =>
    [
        new(
            "similar",
            async (size, token, generation) =>
            {
                var page = await Client.Articles.FindSimilarArticlesAsync(new FindSimilarArticlesRequest
                { Id = "a0", PageSize = size, PageToken = token, Generation = generation });
                return new([.. page.Articles.Select(each => each.Article.Id)], page.NextPageToken, page.Generation);
            },
            size => Client.FindAllSimilarArticlesAsync(
                new FindSimilarArticlesRequest { Id = "a0", PageSize = size }).Select(each => each.Article.Id)),
        new(
            "entities",
            async (size, token, generation) =>
            {
                var page = await Client.Entities.SearchEntitiesAsync(new SearchEntitiesRequest
                { Name = "roe", PageSize = size, PageToken = token, Generation = generation });
                return new([.. page.Entities.Select(each => each.Entity.Id)], page.NextPageToken, page.Generation);
            },
            size => Client.SearchAllEntitiesAsync(
                new SearchEntitiesRequest { Name = "roe", Limit = size }).Select(each => each.Entity.Id)),
        new(
            "cooccurrences",
            async (size, token, generation) =>
            {
                var page = await Client.Entities.ListCooccurrencesAsync(new ListCooccurrencesRequest
                { Id = "person:jane roe", PageSize = size, PageToken = token, Generation = generation });
                return new([.. page.Cooccurrences.Select(each => each.Entity.Id)], page.NextPageToken, page.Generation);
            },
            size => Client.ListAllCooccurrencesAsync(
                new ListCooccurrencesRequest { Id = "person:jane roe", PageSize = size }).Select(each => each.Entity.Id)),
    ];

    /// <summary>Writes an article that changes the order of every list.</summary>
    internal Task ArriveAsync() => WriteAsync(
        [
            .. Enumerable.Range(0, 5).Select(i => Article(i + Articles) with
            {
                Id = $"late{i}",
                Entities = [new("Jim Roe", EntityType.Person), new("Jane Roe", EntityType.Person), new("Una Roe", EntityType.Person)],
            }),
        ],
        Articles + 5);

    private async Task WriteAsync(Article[] articles, int total)
    {
        await service.WriteAsync(articles);
        await service.SeesAsync(total);
    }

    private static Article Article(int i) => new()
    {
        Id = $"a{i}",
        Language = "en",
        Published = new PublishedDate(PartialDate.OfDay(new DateOnly(1987, 1, 1).AddDays(i % 7 * 100)), null, DateProvenance.Metadata),
        Body = $"The harbour {Words(i)} storm {Words(i + 50)} ferry {Words(i + 100)}.",
        Entities = i < 20
            ? [new("Jane Roe", EntityType.Person), new($"{Others[i % Others.Length]} Roe", EntityType.Person)]
            : [],
    };

    /// <summary>Words that no other article has, so that none is a copy of another.</summary>
    private static string Words(int seed) =>
        string.Join(' ', "bcdfg".Select(each => $"{(char)('a' + (seed % 26))}{(char)('a' + (seed / 26))}{each}o"));
}
