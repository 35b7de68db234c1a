using Lucene.Net.Util;
using NewsIndex.Entities;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Views;

/// <summary>
/// The scopes of one generation, which share its columns. A scope keeps a bit per article, and dictionaries of its own once they are used;
/// making those reads all postings. The least recently used scope is evicted first. Thread-safe.
/// </summary>
internal sealed class ScopedSnapshots
{
    /// <summary>Maximum scopes per generation.</summary>
    private const int Capacity = 16;

    private static readonly object Key = new();

    private readonly Lock gate = new();
    private readonly Dictionary<ArticleScope, LinkedListNode<(ArticleScope Scope, Lazy<IndexSnapshot> Snapshot)>> byScope = [];
    private readonly LinkedList<(ArticleScope Scope, Lazy<IndexSnapshot> Snapshot)> lastUsedFirst = [];

    /// <summary>Returns a snapshot under a scope; concurrent callers wait while it is made.</summary>
    /// <param name="whole">An acquired snapshot; the result releases it.</param>
    public static IndexSnapshot Of(IndexSnapshot whole, ArticleScope scope, QueryLimits limits) => scope.Filter is { } filter
        ? whole.Reader.Derived.GetOrAdd(Key, 0, _ => new ScopedSnapshots()).GetOrAdd(scope, () => Make(whole, filter, limits))
        : whole;

    private IndexSnapshot GetOrAdd(ArticleScope scope, Func<IndexSnapshot> make)
    {
        LinkedListNode<(ArticleScope Scope, Lazy<IndexSnapshot> Snapshot)>? node;
        lock (gate)
        {
            if (byScope.TryGetValue(scope, out node))
                lastUsedFirst.Remove(node);
            else
                byScope[scope] = node = new((scope, new Lazy<IndexSnapshot>(make)));
            lastUsedFirst.AddFirst(node);
            if (byScope.Count > Capacity)
            {
                byScope.Remove(lastUsedFirst.Last!.Value.Scope);
                lastUsedFirst.RemoveLast();
            }
        }

        try
        {
            return node.Value.Snapshot.Value;
        }
        catch
        {
            // A file that could not be read may be readable next time.
            Forget(node);
            throw;
        }
    }

    private void Forget(LinkedListNode<(ArticleScope Scope, Lazy<IndexSnapshot> Snapshot)> failed)
    {
        lock (gate)
        {
            if (byScope.TryGetValue(failed.Value.Scope, out var node) && ReferenceEquals(node, failed))
            {
                byScope.Remove(failed.Value.Scope);
                lastUsedFirst.Remove(failed);
            }
        }
    }

    private static IndexSnapshot Make(IndexSnapshot whole, Query filter, QueryLimits limits)
    {
        var plan = PlanToLucene.Translate(filter, whole.Reader, limits, EntityCorrections.None, CancellationToken.None);
        using var visible = ArticleSet.Of(whole.Searcher, plan.Query, CancellationToken.None);
        VisibleRevisions.AddTo(visible, whole.Reader);
        return whole.Within([.. whole.Reader.Leaves.Select(leaf => (FixedBitSet)visible.Segment(leaf.Ord).Clone())]);
    }
}
