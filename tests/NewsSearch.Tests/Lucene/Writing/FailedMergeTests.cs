using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Storage;
using NewsIndex.Lucene.Writing;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsSearch.Tests.Lucene.Writing;

/// <summary>
/// Merges that find no room, and merges of damaged segments: what was committed stays, and damage is never merged into it.
/// </summary>
public sealed class FailedMergeTests : IDisposable
{
    /// <summary>As many as are merged at the end of a run.</summary>
    private const int Segments = 12;

    private readonly TemporaryFolder folder = new();

    private NewsIndexOptions Options => new() { Directory = folder.File("index") };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_merge_that_finds_no_room_leaves_what_was_committed_and_the_commits_that_find_room()
    {
        FullDirectory disk = null!;
        await using (var writer = Open(path => disk = new FullDirectory(IndexFiles.Open(path), room: 2_000)))
        {
            await CommitAsync(writer, Segments);
            await writer.WriteAsync([Storm(Segments)], CancellationToken.None);
            await writer.CompactAsync(CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        Assert.True(disk.Refused > 0, "no merge was without room");
        await AssertThereAsync(Segments + 1);
    }

    [Fact]
    public async Task Damage_that_a_merge_reads_is_an_error_and_stays_where_it_is()
    {
        await using (var writer = Open(path => new FullDirectory(IndexFiles.Open(path), room: 0)))
            await CommitAsync(writer, Segments);
        var random = new Random(1);
        foreach (var (number, path) in Directory.GetFiles(Options.Directory, "_5*").Order(StringComparer.Ordinal).Index())
        {
            var good = await File.ReadAllBytesAsync(path);
            var damaged = good.ToArray();
            damaged[random.Next(good.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(path, damaged);
            AssertSaid(await Assert.ThrowsAsync<IndexUnavailableException>(number % 2 == 0 ? MergeAsync : CompactAsync));
            Assert.Equal(damaged, await File.ReadAllBytesAsync(path));
            await File.WriteAllBytesAsync(path, good);
        }

        await AssertThereAsync(Segments);
    }

    /// <summary>A merge in the background is nobody's call: whoever writes next is told.</summary>
    [Fact]
    public async Task Damage_that_is_read_in_the_background_refuses_the_commits_after_it()
    {
        await using (var writer = Open(path => new FullDirectory(IndexFiles.Open(path), room: 0)))
            await CommitAsync(writer, Segments);
        var stored = Path.Combine(Options.Directory, "_5.fdt");
        var good = await File.ReadAllBytesAsync(stored);
        await File.WriteAllBytesAsync(stored, [.. good[..^20], (byte)~good[^20], .. good[^19..]]);
        var acknowledged = Segments;
        await using (var writer = Open(IndexFiles.Open))
        {
            AssertSaid(await Assert.ThrowsAsync<IndexUnavailableException>(async () =>
            {
                for (; acknowledged < 1_000; acknowledged++)
                {
                    await writer.WriteAsync([Storm(acknowledged)], CancellationToken.None);
                    await writer.CommitAsync(CancellationToken.None);
                }
            }));
        }

        await File.WriteAllBytesAsync(stored, good);
        await AssertThereAsync(acknowledged);
    }

    private static void AssertSaid(IndexUnavailableException refusal)
    {
        Assert.Contains("run verify for details", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refusal.Message, StringComparison.Ordinal);
    }

    private Task MergeAsync() => Task.Run(() => NewsIndexServices.Merge(Options));

    private async Task CompactAsync()
    {
        await using var writer = Open(IndexFiles.Open);
        await writer.WriteAsync([Storm(1_000)], CancellationToken.None);
        await writer.CompactAsync(CancellationToken.None);
    }

    private ArticleIntake Open(Func<string, LuceneDirectory> open) => new(
        LuceneArticleStore.Open(Options, TimeProvider.System, open: open), DeletionLog.Open(DeletionLog.PathFor(Options.Directory)),
        _ => [], TimeProvider.System, Options.Intake, null);

    private static async Task CommitAsync(ArticleIntake writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await writer.WriteAsync([Storm(i)], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }
    }

    private static Article Storm(int number) => new() { Id = $"{number}", Body = $"storm {number} at sea" };

    private async Task AssertThereAsync(int articles)
    {
        await using (var writer = NewsIndexServices.OpenWriter(Options, TimeProvider.System))
            Assert.All(Enumerable.Range(0, articles), id => Assert.False(writer.Find($"{id}")!.IsDeleted));
        Assert.Empty(NewsIndexServices.Verify(Options));
    }
}
