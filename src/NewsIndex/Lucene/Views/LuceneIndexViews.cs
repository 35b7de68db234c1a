using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>The open generations of a Lucene index in a folder.</summary>
/// <param name="snapshots">Disposed with this object.</param>
internal sealed class LuceneIndexViews(IndexSnapshots snapshots, NewsIndexOptions options) : IIndexViews
{
    public string? FollowFailure => snapshots.FollowFailure;

    public ValueTask<IIndexView> AcquireAsync(
        Generation? generation, EntityCorrections corrections, CancellationToken cancellation) =>
        ValueTask.FromResult<IIndexView>(new LuceneIndexView(snapshots.Acquire(generation), options, corrections));

    public ValueTask DisposeAsync() => snapshots.DisposeAsync();
}
