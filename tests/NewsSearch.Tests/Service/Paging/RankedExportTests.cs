using Grpc.Core;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service.Paging;

/// <summary>An export ranks as the search with the same fields does, so that it continues what a page showed.</summary>
public sealed class RankedExportTests(RankedArchive archive) : IClassFixture<RankedArchive>
{
    /// <summary>The articles are of 1987 and 1988, and age counts from now: a short half-life would make all of them equally old.</summary>
    private static readonly RecencyOptions Recency = new() { HalfLifeDays = 30_000 };

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task An_export_has_the_order_of_the_search(bool recency, bool feedback)
    {
        var search = new SearchRequest { Query = "storm harbour", PageSize = 40, Feedback = feedback, Recency = recency ? Recency : null };
        var hits = (await archive.Client.Search.SearchAsync(search)).Hits.Select(hit => (hit.Article.Id, hit.Score)).ToList();
        var asked = new ExportRequest { Query = search.Query, WithoutBody = true };
        var plain = await ExportAsync(asked);
        (asked.Feedback, asked.Recency) = (search.Feedback, search.Recency);
        var ranked = await ExportAsync(asked);
        Assert.Equal(hits, ranked.Select(each => (each.Article.Id, each.Score)));
        Assert.NotEqual(plain.Select(each => each.Score), ranked.Select(each => each.Score));
        asked.Cursor = ranked[15].Cursor;
        Assert.Equal(hits.Skip(16).Select(hit => hit.Id), (await ExportAsync(asked)).Select(each => each.Article.Id));
    }

    private async Task<List<ExportResponse>> ExportAsync(ExportRequest request)
    {
        using var stream = archive.Client.Search.Export(request);
        return await stream.ResponseStream.ReadAllAsync().ToListAsync();
    }
}
