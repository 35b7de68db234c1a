using System.Diagnostics;
using System.Globalization;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsSearch.Tests.Lucene.Writing;

namespace NewsSearch.Tests.Ingest;

/// <summary>
/// An upgrade that ends without warning leaves an index of the old format or of the new one, whole either way. The variable
/// NEWSSEARCH_KILLS sets the number of kills; 10 by default.
/// </summary>
public sealed class KilledUpgradeTests : IDisposable
{
    private const int Articles = 3000;

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("NEWSSEARCH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 10;

    private readonly TemporaryFolder folder = new();
    private readonly Random random = new(1);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_upgrade_that_is_killed_at_any_moment_loses_nothing_and_can_be_repeated()
    {
        var generation = await WriteAsync(OptionsOf("old"));
        CommittedFormat.Set(OptionsOf("old"), IndexFormat.Version - 1);
        var whole = await TimeWholeAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            var options = Copy($"{kill}");
            using (var upgrade = IndexerProcess.Start("upgrade", "--index", options.Directory))
            {
                await Task.Delay(random.Next((int)whole.TotalMilliseconds));
                upgrade.Kill();
                await upgrade.WaitForExitAsync();
            }

            var again = NewsIndexServices.Upgrade(options, dropPins: false, TimeProvider.System, CancellationToken.None);
            Assert.InRange(again.FromFormat, IndexFormat.Version - 1, IndexFormat.Version);
            await CheckAsync(options, generation);
            Directory.Delete(options.Directory, recursive: true);
        }
    }

    private async Task<TimeSpan> TimeWholeAsync()
    {
        var options = Copy("whole");
        var begun = Stopwatch.GetTimestamp();
        using var upgrade = IndexerProcess.Start("upgrade", "--index", options.Directory);
        await upgrade.WaitForExitAsync();
        Assert.Equal(0, upgrade.ExitCode);
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task CheckAsync(NewsIndexOptions options, Generation generation)
    {
        Assert.Empty(NewsIndexServices.Verify(options));
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var page = await searcher.SearchAsync(
            new QueryPlan { Query = new Query.Word("storm") }, ArticleScope.Everything, CancellationToken.None);
        Assert.Equal((generation, Articles), (page.Generation, page.Total.Articles));
        Assert.Single(Directory.GetFiles(options.Directory, "segments_*"));
    }

    private static async Task<Generation> WriteAsync(NewsIndexOptions options)
    {
        await using var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System);
        await writer.WriteAsync(
            [.. Enumerable.Range(0, Articles).Select(i => new Article { Id = $"{i}", Body = $"storm number {i}", Language = "en" })],
            CancellationToken.None);
        return await writer.CommitAsync(CancellationToken.None);
    }

    private NewsIndexOptions OptionsOf(string name) => new() { Directory = folder.File(name) };

    private NewsIndexOptions Copy(string name)
    {
        var options = OptionsOf(name);
        Directory.CreateDirectory(options.Directory);
        foreach (var file in Directory.GetFiles(OptionsOf("old").Directory))
            File.Copy(file, Path.Combine(options.Directory, Path.GetFileName(file)));
        return options;
    }
}
