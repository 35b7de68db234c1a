using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Queries;
using NewsIndex.Results;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Counting;

/// <summary>Every article that a query finds, by segment.</summary>
internal sealed class ArticleSet : ICollector
{
    private const int HitsBetweenCancellationChecks = 4096;

    private readonly FixedBitSet[] bySegment;
    private readonly CancellationToken cancellation;
    private FixedBitSet current = null!;

    private ArticleSet(IndexReader reader, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        bySegment = [.. reader.Leaves.Select(leaf => new FixedBitSet(leaf.Reader.MaxDoc))];
    }

    public long Count { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public static ArticleSet Of(IndexSearcher searcher, LuceneQuery query, CancellationToken cancellation)
    {
        var set = new ArticleSet(searcher.IndexReader, cancellation);
        searcher.Search(query, set);
        return set;
    }

    /// <summary>Those of a segment, by its number.</summary>
    public FixedBitSet Segment(int segment) => bySegment[segment];

    /// <summary>Counted as texts and as sources too.</summary>
    public HitTotal Total(IndexReader reader)
    {
        var tally = new HitTally(reader);
        foreach (var leaf in reader.Leaves)
        {
            tally.Enter(leaf);
            var docs = bySegment[leaf.Ord].GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                tally.Count(leaf, doc);
        }

        return new HitTotal(tally.Articles, tally.Texts, tally.Sources);
    }

    /// <summary>
    /// Of articles with nearly the same text, the one that came out first; undated ones last, and of equals the first by id.
    /// </summary>
    public ArticleSet OncePerText(IndexReader reader, CancellationToken stop)
    {
        if (Count == 0)
            return this;
        var first = new TopArticles(reader, HitOrder.Oldest, (int)Count, null, RankingParts.None, copiesOnce: true, stop);
        foreach (var leaf in reader.Leaves)
        {
            first.SetNextReader(leaf);
            var docs = bySegment[leaf.Ord].GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                first.Collect(doc);
        }

        var once = new ArticleSet(reader, stop);
        foreach (var article in first.InOrder())
        {
            once.bySegment[article.Segment].Set(article.Doc);
            once.Count++;
        }

        return once;
    }

    /// <summary>Articles that are in both.</summary>
    public long CountWith(ArticleSet other) =>
        bySegment.Select((set, i) => FixedBitSet.IntersectionCount(set, other.bySegment[i])).Sum();

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context) => current = bySegment[context.Ord];

    public void Collect(int doc)
    {
        current.Set(doc);
        if (++Count % HitsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();
    }
}
