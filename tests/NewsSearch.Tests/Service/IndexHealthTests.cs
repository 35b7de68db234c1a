using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;
using SearchService.Health;

namespace NewsSearch.Tests.Service;

public sealed class IndexHealthTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_check_searches_for_hits_and_has_no_result_to_explain()
    {
        var options = new NewsIndexOptions { Directory = folder.Path };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            await writer.WriteAsync([new Article { Id = "a", Body = "storm" }], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var page = await searcher.SearchAsync(IndexHealth.Probe, ArticleScope.Everything, CancellationToken.None);
        Assert.Empty(page.Hits);
        Assert.Null(page.Empty);
        Assert.True(IndexHealth.Probe.PageSize > 0);
        // The same search with totals is explained.
        var counted = IndexHealth.Probe with { Totals = TotalKinds.All };
        Assert.NotNull((await searcher.SearchAsync(counted, ArticleScope.Everything, CancellationToken.None)).Empty);
    }
}
