using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Counting;

/// <summary>The articles that a query finds: a bit for each article of each segment.</summary>
internal sealed class ArticleSet : IDisposable
{
    private readonly FixedBitSet[] bySegment;

    /// <summary>
    /// Arrays of that size go to the oldest generation of the garbage collector, so that each search shares them with the next.
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

    /// <summary>Those of a segment, by its number.</summary>
    public FixedBitSet Segment(int segment) => bySegment[segment];

    /// <summary>
    /// Of near-duplicates, the one that came out first; undated ones last, and of equals the first by id.
    /// </summary>
    public ArticleSet OncePerText(IndexReader reader, CancellationToken stop)
    {
        if (Count is var count && count == 0)
            return this;
        var first = new TopArticles(reader, HitOrder.Oldest, (int)count, null, RankingParts.None, copiesOnce: true, stop);
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

    /// <summary>Gives the memory back; the set must not be used again. A set that is not disposed of is collected as any other.</summary>
    public void Dispose()
    {
        foreach (var bits in rented)
            ArrayPool<long>.Shared.Return(bits);
    }

    /// <summary>Articles that are in both.</summary>
    public long CountWith(ArticleSet other) =>
        bySegment.Select((set, i) => FixedBitSet.IntersectionCount(set, other.bySegment[i])).Sum();
}
