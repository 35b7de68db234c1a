using Lucene.Net.Search;
using NewsIndex.Entities;
using NewsIndex.Lucene.Evaluation;
using NewsIndex.Queries;
using NewsIndex.Results;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Counting;

/// <summary>Counts totals of searches in one generation, with a cache.</summary>
/// <param name="capacity">Maximum queries in the cache.</param>
internal sealed class SearchTotals(IndexSearcher searcher, EntityCorrections corrections, int capacity, CancellationToken cancellation)
{
    /// <summary>Counts in a separate pass without frequencies and scores.</summary>
    /// <param name="lucene">Translation of the query.</param>
    public HitTotal Count(Query query, LuceneQuery lucene, TotalKinds wanted)
    {
        if (Known(query, wanted) is { } known)
            return known;
        if (wanted == TotalKinds.Articles && MatchingArticles.CountOf(lucene, searcher.IndexReader) is { } articles)
            return new HitTotal(articles, 0, 0);
        using var found = ArticleSet.Of(searcher, lucene, cancellation);
        return Kept(query, found, wanted);
    }

    /// <summary>Ranks by evaluators, and counts what they select; does not count known totals again.</summary>
    /// <param name="ranked">Rewritten scoring query that selects the same articles.</param>
    public HitTotal CountBeside(FirstArticles ranking, LuceneQuery ranked, Query query, TotalKinds wanted)
    {
        if (Known(query, wanted) is { } known)
        {
            ranking.Collect(ranked, null);
            return known;
        }

        if (wanted == TotalKinds.Articles)
        {
            var number = new FoundHits.Number();
            ranking.Collect(ranked, number);
            var total = new HitTotal(number.Count, 0, 0);
            // A word is counted again in less time than its total is looked up.
            return ranked is TermQuery && !searcher.IndexReader.HasDeletions ? total : Keep(query, total, wanted);
        }

        using var found = new ArticleSet(searcher.IndexReader);
        ranking.Collect(ranked, new FoundHits.Sets(found.Segment));
        return Kept(query, found, wanted);
    }

    /// <summary>Ranks and counts in one pass; does not count known totals again.</summary>
    /// <param name="ranked">Scoring query that selects the same articles.</param>
    public HitTotal CountBeside(ICollector ranking, LuceneQuery ranked, Query query, TotalKinds wanted)
    {
        if (Known(query, wanted) is { } known)
        {
            searcher.Search(ranked, ranking);
            return known;
        }

        using var found = new ArticleSet(searcher.IndexReader);
        searcher.Search(ranked, new RecordingCollector(ranking, found));
        return Kept(query, found, wanted);
    }

    /// <summary>Counts articles that were found anyway; does not count known totals again.</summary>
    public HitTotal CountFound(ArticleSet found, Query query, TotalKinds wanted) => Known(query, wanted) ?? Kept(query, found, wanted);

    private HitTotal? Known(Query query, TotalKinds wanted) => wanted == TotalKinds.None
        ? new HitTotal(0, 0, 0)
        : KnownTotals.Of(searcher.IndexReader).Find(query, corrections, wanted);

    private HitTotal Kept(Query query, ArticleSet found, TotalKinds wanted) =>
        Keep(query, TotalCounter.Count(searcher.IndexReader, found, wanted), wanted);

    private HitTotal Keep(Query query, HitTotal total, TotalKinds wanted)
    {
        KnownTotals.Of(searcher.IndexReader).Keep(query, corrections, wanted, total, capacity);
        return total;
    }
}
