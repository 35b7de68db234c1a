using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Evaluation;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>The open generations of a Lucene index in a folder.</summary>
/// <param name="snapshots">Disposed with this object.</param>
internal sealed class LuceneIndexViews(IndexSnapshots snapshots, NewsIndexOptions options) : IIndexViews
{
    private readonly ReadableGenerations readable = new(snapshots);

    public string? FollowFailure => snapshots.FollowFailure;

    public void Reload() => snapshots.Reload();

    public IReadOnlyList<Generation> ListGenerations() => readable.List();

    public KeptGeneration? Describe(Generation generation) => readable.Describe(generation);

    public CacheUse Caches => new(snapshots.BlockReads.Hits, snapshots.BlockReads.Misses, ProfileBytes());

    public ValueTask<IIndexView> AcquireAsync(
        Generation? generation, ArticleScope scope, EntityCorrections corrections, CancellationToken cancellation)
    {
        var whole = snapshots.Acquire(generation);
        try
        {
            return ValueTask.FromResult<IIndexView>(
                new LuceneIndexView(ScopedSnapshots.Of(whole, scope, options.Limits), options, corrections));
        }
        catch
        {
            whole.Release();
            throw;
        }
    }

    private long ProfileBytes()
    {
        IndexSnapshot newest;
        try
        {
            newest = snapshots.Acquire(null);
        }
        catch (IndexUnavailableException)
        {
            return 0;
        }

        try
        {
            return newest.Reader.Leaves.Sum(leaf => PostingProfiles.BytesOf(leaf.AtomicReader));
        }
        finally
        {
            newest.Release();
        }
    }

    public ValueTask DisposeAsync() => snapshots.DisposeAsync();
}
