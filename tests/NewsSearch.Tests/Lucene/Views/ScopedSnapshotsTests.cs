using Microsoft.Extensions.Logging.Abstractions;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Views;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Views;

public sealed class ScopedSnapshotsTests : IAsyncLifetime
{
    private const int Sources = 20;

    private readonly TemporaryFolder folder = new();
    private IndexSnapshots snapshots = null!;

    public async Task InitializeAsync()
    {
        var options = new NewsIndexOptions { Directory = folder.Path };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            await writer.WriteAsync(
                [.. Enumerable.Range(0, 3 * Sources).Select(i => new Article { Id = $"{i}", Body = "storm", Source = $"s{i % Sources}" })],
                CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        snapshots = new IndexSnapshots(options, TimeProvider.System, NullLogger.Instance);
    }

    public async Task DisposeAsync()
    {
        await snapshots.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void A_scope_is_made_once_and_evicted_when_many_others_were_used()
    {
        var first = Of("s0");
        Assert.Same(first.Reader, Of("s0").Reader);
        Assert.All(Enumerable.Range(1, Sources - 1), i => Assert.Equal(3, Of($"s{i}").Reader.NumDocs));
        Assert.NotSame(first.Reader, Of("s0").Reader);
        // Whoever still reads an evicted scope keeps reading it.
        Assert.Equal(3, first.Reader.NumDocs);
        Assert.Equal(3, first.Info.Articles);
    }

    [Fact]
    public void Everything_is_the_snapshot_itself()
    {
        var whole = snapshots.Acquire(null);
        Assert.Same(whole, ScopedSnapshots.Of(whole, ArticleScope.Everything, new QueryLimits()));
        whole.Release();
    }

    [Fact]
    public void A_scoped_snapshot_shares_the_columns_of_the_whole_and_releases_it()
    {
        var whole = snapshots.Acquire(null);
        var references = whole.Reader.RefCount;
        var scoped = ScopedSnapshots.Of(whole, ArticleScope.OfSources("s1"), new QueryLimits());
        Assert.True(scoped.Reader.IsScoped);
        Assert.Equal(
            whole.Reader.Segments.Select(segment => segment.Derived), scoped.Reader.Segments.Select(segment => segment.Derived));
        Assert.Equal(references, whole.Reader.RefCount);
        scoped.Release();
        Assert.Equal(references - 1, whole.Reader.RefCount);
    }

    [Fact]
    public async Task Callers_of_many_scopes_at_once_see_each_their_own()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 60; i++)
            {
                var source = (i * (thread + 1)) % (Sources + 1);
                Assert.Equal(source == Sources ? 0 : 3, Of($"s{source}").Reader.NumDocs);
            }
        })));
    }

    private IndexSnapshot Of(string source)
    {
        var whole = snapshots.Acquire(null);
        var scoped = ScopedSnapshots.Of(whole, ArticleScope.OfSources(source), new QueryLimits());
        scoped.Release();
        return scoped;
    }
}
