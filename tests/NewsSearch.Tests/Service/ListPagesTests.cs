using Grpc.Core;
using NewsSearch.Client;
using NewsSearch.Tests.Service.Paging;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>Pages of the corrections and of the texts of an article, over gRPC: together they are the list, once and in order.</summary>
public sealed class ListPagesTests : RoeArchive
{
    private const int Count = 7;

    private ArticleService.ArticleServiceClient Articles => new(Service.Channel);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task Pages_of_every_size_are_the_whole_list(int size)
    {
        await FillAsync();
        var corrections = await PagesAsync(async token =>
        {
            var page = await Entities.ListCorrectionsAsync(new ListCorrectionsRequest { PageSize = size, PageToken = token });
            return ([.. page.Corrections.Select(each => each.Number)], page.NextPageToken);
        });
        var revisions = await PagesAsync(async token =>
        {
            var page = await Articles.ListRevisionsAsync(new ListRevisionsRequest { Id = "1", PageSize = size, PageToken = token });
            return ([.. page.Revisions.Select(each => each.Revision)], page.NextPageToken);
        });
        var sizes = Enumerable.Range(1, Count).Chunk(size == 0 ? Count : size).Select(chunk => chunk.Length).ToList();
        Assert.Equal(sizes, corrections.Select(page => page.Count));
        Assert.Equal(sizes, revisions.Select(page => page.Count));
        Assert.Equal(Enumerable.Range(1, Count), corrections.SelectMany(page => page));
        Assert.Equal(Enumerable.Range(1, Count).Reverse(), revisions.SelectMany(page => page));
    }

    [Fact]
    public async Task What_is_added_between_two_pages_shifts_nothing()
    {
        await FillAsync();
        var corrections = await Entities.ListCorrectionsAsync(new ListCorrectionsRequest { PageSize = 4 });
        var revisions = await Articles.ListRevisionsAsync(new ListRevisionsRequest { Id = "1", PageSize = 4 });
        await CorrectAsync("rename", "person:jane roe", "Jane the last");
        await ReviseAsync(Count + 1);
        Assert.Equal([5, 6, 7, 8], (await Entities.ListCorrectionsAsync(
            new ListCorrectionsRequest { PageToken = corrections.NextPageToken })).Corrections.Select(each => each.Number));
        Assert.Equal([3, 2, 1], (await Articles.ListRevisionsAsync(
            new ListRevisionsRequest { Id = "1", PageToken = revisions.NextPageToken })).Revisions.Select(each => each.Revision));
    }

    [Fact]
    public async Task Tokens_that_are_changed_or_of_another_list_are_refused()
    {
        await FillAsync();
        var ofCorrections = (await Entities.ListCorrectionsAsync(new ListCorrectionsRequest { PageSize = 2 })).NextPageToken;
        var ofRevisions = (await Articles.ListRevisionsAsync(new ListRevisionsRequest { Id = "1", PageSize = 2 })).NextPageToken;
        Assert.Equal("PAGE_TOKEN_MISMATCH", await CorrectionsRefusedAsync(new ListCorrectionsRequest { PageToken = ofRevisions }));
        Assert.Equal("PAGE_TOKEN_MISMATCH", await RefusedAsync(async () => await new IndexService.IndexServiceClient(Service.Channel)
            .ListGenerationsAsync(new ListGenerationsRequest { PageToken = ofRevisions })));
        Assert.Equal("PAGE_TOKEN_MISMATCH", await RefusedAsync(async () => await new AlertService.AlertServiceClient(Service.Channel)
            .ListAlertsAsync(new ListAlertsRequest { PageToken = ofCorrections })));
        Assert.Equal("PAGE_TOKEN_MISMATCH", await RevisionsRefusedAsync(new ListRevisionsRequest { Id = "1", PageToken = ofCorrections }));
        Assert.Equal("PAGE_TOKEN_MISMATCH", await RevisionsRefusedAsync(new ListRevisionsRequest { Id = "2", PageToken = ofRevisions }));
        foreach (var damaged in DamagedTokens.Of(ofCorrections))
            Assert.Equal("BAD_PAGE_TOKEN", await CorrectionsRefusedAsync(new ListCorrectionsRequest { PageToken = damaged }));
        foreach (var damaged in DamagedTokens.Of(ofRevisions))
            Assert.Equal("BAD_PAGE_TOKEN", await RevisionsRefusedAsync(new ListRevisionsRequest { Id = "1", PageToken = damaged }));
    }

    [Fact]
    public async Task Entities_whose_mentions_are_all_hidden_are_on_no_page()
    {
        using var client = new NewsSearchClient(new Uri(Service.GrpcAddress), TimeProvider.System);
        var request = new SearchEntitiesRequest { Name = "ro", PageSize = 1 };
        Assert.Equal(
            ["person:jane roe", "person:john roe"],
            await client.SearchAllEntitiesAsync(request).Select(each => each.Entity.Id).ToListAsync());
        await CorrectAsync("hide", "person:jane roe", "1");
        await CorrectAsync("hide", "person:jane roe", "2");
        var rest = await Entities.SearchEntitiesAsync(request);
        Assert.Equal(("person:john roe", ""), (Assert.Single(rest.Entities).Entity.Id, rest.NextPageToken));
        Assert.Single((await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "ro", Limit = 1 })).Entities);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task Sizes_out_of_range_are_refused(int size)
    {
        Assert.Equal("FIELD_OUT_OF_RANGE", await CorrectionsRefusedAsync(new ListCorrectionsRequest { PageSize = size }));
        Assert.Equal("FIELD_OUT_OF_RANGE", await RevisionsRefusedAsync(new ListRevisionsRequest { Id = "1", PageSize = size }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task The_client_enumerates_all_pages(int size)
    {
        await FillAsync();
        using var client = new NewsSearchClient(new Uri(Service.GrpcAddress), TimeProvider.System);
        Assert.Equal(Enumerable.Range(1, Count), await
            client.ListAllCorrectionsAsync(new ListCorrectionsRequest { PageSize = size }).Select(each => each.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, Count).Reverse(), await
            client.ListAllRevisionsAsync(new ListRevisionsRequest { Id = "1", PageSize = size }).Select(each => each.Revision)
                .ToListAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_client_enumerates_all_mentions_and_leaves_the_request_alone(int size)
    {
        using var client = new NewsSearchClient(new Uri(Service.GrpcAddress), TimeProvider.System);
        var request = new ListMentionsRequest { Id = "person:jane roe", PageSize = size };
        var mentions = await client.ListAllMentionsAsync(request).ToListAsync();
        Assert.Equal(["2", "2", "2", "1"], mentions.Select(each => each.Article.Id));
        Assert.Equal(("", size), (request.PageToken, request.PageSize));
    }

    /// <summary>Makes <see cref="Count"/> corrections, and as many texts of article 1.</summary>
    private async Task FillAsync()
    {
        for (var i = 1; i <= Count; i++)
            await CorrectAsync("rename", "person:jane roe", $"Jane {i}");
        for (var revision = 2; revision <= Count; revision++)
            await ReviseAsync(revision);
    }

    private async Task ReviseAsync(int revision)
    {
        await Service.WriteAsync(new NewsIndex.Articles.Article { Id = "1", Body = $"Jane Roe arrived, says text {revision}." });
        await Eventually.TrueAsync(async () =>
            (await Articles.ListRevisionsAsync(new ListRevisionsRequest { Id = "1" })).Revisions[0].Revision == revision);
    }

    private static async Task<List<IReadOnlyList<int>>> PagesAsync(Func<string, Task<(IReadOnlyList<int> Page, string Next)>> ask)
    {
        var pages = new List<IReadOnlyList<int>>();
        var token = "";
        do
        {
            (var page, token) = await ask(token);
            pages.Add(page);
        }
        while (token.Length > 0 && pages.Count <= Count);
        return pages;
    }

    private Task<string> CorrectionsRefusedAsync(ListCorrectionsRequest request) =>
        RefusedAsync(async () => await Entities.ListCorrectionsAsync(request));

    private Task<string> RevisionsRefusedAsync(ListRevisionsRequest request) =>
        RefusedAsync(async () => await Articles.ListRevisionsAsync(request));

    private static async Task<string> RefusedAsync(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        return ReasonOf(refused);
    }
}
