using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Ingest;

public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Files_that_arrive_and_change_are_soon_found()
    {
        var archive = Directory.CreateDirectory(folder.File("archive")).FullName;
        await File.WriteAllTextAsync(Path.Combine(archive, "a.jsonl"), "{\"headline\":\"storm\"}\n");
        using var watch = IndexerProcess.Start("watch", archive, "--index", folder.File("index"));
        try
        {
            await using var searcher =
                NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = folder.File("index") }, TimeProvider.System);
            await FoundAsync(searcher, "storm");
            await File.WriteAllTextAsync(Path.Combine(archive, "b.jsonl"), "{\"headline\":\"flood\"}\n");
            await FoundAsync(searcher, "flood");
            await File.AppendAllTextAsync(Path.Combine(archive, "a.jsonl"), "{\"headline\":\"gale\"}\n");
            await FoundAsync(searcher, "gale");
            var outside = Directory.CreateDirectory(folder.File("outside")).FullName;
            await File.WriteAllTextAsync(Path.Combine(outside, "c.jsonl"), "{\"headline\":\"fog\"}\n");
            Directory.Move(outside, Path.Combine(archive, "inside"));
            await FoundAsync(searcher, "fog");
        }
        finally
        {
            watch.Kill();
            await watch.WaitForExitAsync();
        }

        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = folder.File("index") }));
    }

    private static Task FoundAsync(IArticleSearcher searcher, string word) => Eventually.TrueAsync(async () =>
    {
        try
        {
            return (
                await searcher.SearchAsync(
                    new QueryPlan { Query = new Query.Word(word, Zone.Headline) }, CancellationToken.None)).Total.Articles == 1;
        }
        catch (IndexUnavailableException)
        {
            return false;
        }
    });
}
