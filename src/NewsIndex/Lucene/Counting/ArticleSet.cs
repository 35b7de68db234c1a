using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Counting;

/// <summary>The articles that a query finds: one bit per article of each segment.</summary>
internal sealed class ArticleSet : IDisposable
{
    private readonly FixedBitSet[] bySegment;

    /// <summary>
    /// Pooled, because arrays of this size would otherwise be allocated in the oldest generation of the garbage collector.
    /// </summary>
    private readonly long[][] rented;

    public ArticleSet(IndexReader reader)
    {
        rented = [.. reader.Leaves.Select(leaf => ArrayPool<long>.Shared.Rent(FixedBitSet.Bits2words(leaf.Reader.MaxDoc)))];
        foreach (var bits in rented)
            Array.Clear(bits);
        bySegment = [.. reader.Leaves.Select(leaf => new FixedBitSet(rented[leaf.Ord], leaf.Reader.MaxDoc))];
    }

    public long Count => bySegment.Sum(set => (long)set.Cardinality);

    public static ArticleSet Of(IndexSearcher searcher, LuceneQuery query, CancellationToken cancellation)
    {
        var set = new ArticleSet(searcher.IndexReader);
        MatchingArticles.Select(searcher, query, set.Segment, cancellation);
        return set;
    }

    /// <summary>Returns the bits of a segment by its number.</summary>
    public FixedBitSet Segment(int segment) => bySegment[segment];

    /// <summary>
    /// Reduces near-duplicates to the article that was published first; undated ones sort last, and ties are broken by id.
    /// </summary>
    public ArticleSet OncePerText(IndexReader reader, CancellationToken stop)
    {
        if (Count is var count && count == 0)
            return this;
        var first = new TopArticles(reader, HitOrder.Oldest, (int)count, null, null, copiesOnce: true, stop);
        foreach (var leaf in reader.Leaves)
        {
            first.SetNextReader(leaf);
            var docs = bySegment[leaf.Ord].GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                first.Collect(doc);
        }

        var once = new ArticleSet(reader);
        foreach (var article in first.InOrder())
            once.bySegment[article.Segment].Set(article.Doc);
        return once;
    }

    /// <summary>
    /// Returns the memory to the pool; the set must not be used afterwards. Optional: the garbage collector frees an undisposed set.
    /// </summary>
    public void Dispose()
    {
        foreach (var bits in rented)
            ArrayPool<long>.Shared.Return(bits);
    }

    /// <summary>Counts the intersection with another set.</summary>
    public long CountWith(ArticleSet other) =>
        bySegment.Select((set, i) => FixedBitSet.IntersectionCount(set, other.bySegment[i])).Sum();
}
