using Indexer;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Results;

namespace NewsSearch.Tests.Ingest;

/// <summary>The indexer as a process that ends without warning.</summary>
public sealed class KilledRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_killed_run_leaves_a_clean_index_and_the_next_one_ends_as_if_nothing_had_happened()
    {
        var archive = folder.File("archive.jsonl");
        await File.WriteAllLinesAsync(
            archive,
            Enumerable.Range(0, 20_000)
                .Select(i => $$"""{"id":"{{i}}","headline":"story {{i}}","body":"storm {{i % 977}} hits coast {{i % 31}}"}"""));

        using (var process = IndexerProcess.Start("index", archive, "--index", folder.File("killed"), "--commit-every", "0.1"))
        {
            await CommittedAsync(folder.File("killed"));
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = folder.File("killed") }));
        Assert.InRange((await DescribeAsync("killed")).Articles, 1, 20_000);

        Assert.Equal(0, await IndexerProgram.RunAsync(["index", archive, "--index", folder.File("killed")], TimeProvider.System));
        Assert.Equal(0, await IndexerProgram.RunAsync(["index", archive, "--index", folder.File("undisturbed")], TimeProvider.System));
        var (killed, undisturbed) = (await DescribeAsync("killed"), await DescribeAsync("undisturbed"));
        Assert.Equal((undisturbed.Articles, undisturbed.Generation), (killed.Articles, killed.Generation));
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = folder.File("killed") }));
    }

    private static async Task CommittedAsync(string directory)
    {
        await using var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = directory }, TimeProvider.System);
        for (var tries = 0; tries < 300; tries++)
        {
            await Task.Delay(100);
            try
            {
                if ((await searcher.DescribeAsync(CancellationToken.None)).Articles > 0)
                    return;
            }
            catch (IndexUnavailableException)
            {
                // The process has not come that far.
            }
        }

        Assert.Fail("the indexer committed nothing within 30 s");
    }

    private async Task<IndexInfo> DescribeAsync(string name)
    {
        await using var searcher =
            NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = folder.File(name) }, TimeProvider.System);
        return await searcher.DescribeAsync(CancellationToken.None);
    }
}
