using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Hits;
using NewsIndex.Lucene.Positions;
using NewsIndex.Meaning;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene;

/// <summary>Reads an index in a folder.</summary>
internal sealed class LuceneArticleSearcher(NewsIndexOptions options, CorrectionLog corrections, TimeProvider clock) : IArticleSearcherLifetime
{
    private readonly IndexSnapshots snapshots = new(options, clock);

    public Task<HitPage> SearchAsync(QueryPlan plan, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.Acquire(plan.After?.Generation);
        try
        {
            return Task.FromResult(Search(snapshot, plan, cancellationToken));
        }
        finally
        {
            snapshot.Release();
        }
    }

    public Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.Acquire(null);
        try
        {
            return Task.FromResult(Find(snapshot, Fields.Id, id).FirstOrDefault());
        }
        finally
        {
            snapshot.Release();
        }
    }

    public Task<IReadOnlyList<StoredArticle>> ListRevisionsAsync(string id, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.Acquire(null);
        try
        {
            var current = Find(snapshot, Fields.Id, id).ToList();
            var replaced = current.Count == 0 ? [] : Find(snapshot, Fields.RevisionOf, id);
            return Task.FromResult<IReadOnlyList<StoredArticle>>([.. current, .. replaced.OrderByDescending(text => text.Revision)]);
        }
        finally
        {
            snapshot.Release();
        }
    }

    private static IEnumerable<StoredArticle> Find(IndexSnapshot snapshot, string field, string id)
    {
        var term = new Term(field, new BytesRef(id));
        foreach (var segment in snapshot.Reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            var docs = segment.GetTermDocsEnum(term);
            for (var doc = docs?.NextDoc() ?? int.MaxValue; doc != int.MaxValue; doc = docs!.NextDoc())
            {
                if (segment.LiveDocs?.Get(doc) != false)
                    yield return StoredDocument.Read(segment, doc, withHash: true);
            }
        }
    }

    public Task<IndexInfo> DescribeAsync(CancellationToken cancellationToken)
    {
        var snapshot = snapshots.Acquire(null);
        try
        {
            return Task.FromResult(snapshot.Info);
        }
        finally
        {
            snapshot.Release();
        }
    }

    public Task<Aggregation> AggregateAsync(Query query, IReadOnlyList<FacetField> facets, int limit, TimelineInterval? timeline, CancellationToken cancellationToken) =>
        Task.FromResult(With(snapshot =>
        {
            var now = corrections.Current;
            var plan = PlanToLucene.Translate(query, snapshot.Reader, options.Limits, now, cancellationToken);
            var articles = ArticleSet.Of(snapshot.Searcher, plan.Query, cancellationToken);
            var counter = new FacetCounter(snapshot.Reader, new EntityLookup(snapshot.Reader, now), now);
            return new Aggregation(
                articles.Count,
                [.. facets.Select(facet => counter.Count(articles, facet, limit))],
                timeline is { } interval ? TimelineCounter.Count(snapshot.Reader, articles, interval) : null,
                snapshot.Generation,
                plan.Entities,
                plan.Notices);
        }));

    public Task<EntityCard?> FindEntityAsync(EntityReference entity, CancellationToken cancellationToken) =>
        Task.FromResult(With(snapshot => new EntitySearch(snapshot, corrections.Current).Find(entity, cancellationToken)));

    public Task<EntityMatches> MatchEntitiesAsync(string name, EntityType? type, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(With(snapshot => new EntitySearch(snapshot, corrections.Current).Match(name, type, limit, cancellationToken)));

    public Task<IReadOnlyList<Cooccurrence>> ListCooccurrencesAsync(EntityReference entity, EntityType? type, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(With(snapshot => new EntitySearch(snapshot, corrections.Current).Cooccurrences(entity, type, limit, cancellationToken)));

    private T With<T>(Func<IndexSnapshot, T> answer)
    {
        var snapshot = snapshots.Acquire(null);
        try
        {
            return answer(snapshot);
        }
        finally
        {
            snapshot.Release();
        }
    }

    public ValueTask DisposeAsync() => snapshots.DisposeAsync();

    /// <summary>Passages of the body that are shown with a hit.</summary>
    private const int Passages = 2;

    private HitPage Search(IndexSnapshot snapshot, QueryPlan plan, CancellationToken cancellation)
    {
        var lucene = PlanToLucene.Translate(plan.Query, snapshot.Reader, options.Limits, corrections.Current, cancellation);
        if (plan.PageSize == 0)
            return new HitPage([], Count(snapshot, lucene, cancellation), null, snapshot.Generation, lucene.Notices) { Entities = lucene.Entities };

        // One more than the page tells whether there is another.
        var top = new TopArticles(snapshot.Reader, plan.Order, plan.PageSize + 1, plan.After, NearnessOf(plan, snapshot), cancellation);
        var ranked = plan.Order == HitOrder.Relevance ? WordPairs.Prefer(lucene.Query, plan.Query, snapshot.Reader, options.PairWeight) : lucene.Query;
        snapshot.Searcher.Search(ranked, top);

        var found = top.InOrder();
        var page = found.Take(plan.PageSize).ToList();
        var hits = page.ConvertAll(hit => ToHit(snapshot, hit, top.IdOf(hit), lucene.Marks, plan.Detail));
        var next = found.Count > plan.PageSize ? new PageCursor(snapshot.Generation, page[^1].SortKey, top.IdOf(page[^1])) : null;
        return new HitPage(hits, top.Total, next, snapshot.Generation, lucene.Notices) { Entities = lucene.Entities };
    }

    private Nearness? NearnessOf(QueryPlan plan, IndexSnapshot snapshot) =>
        plan.Order == HitOrder.Relevance ? Nearness.Of(QueryMeaning.Of(plan.Query, options.MeaningWeight, PlanToLucene.IsStopWord), snapshot.Reader, options.Bm25K1) : null;

    private static long Count(IndexSnapshot snapshot, LucenePlan plan, CancellationToken cancellation)
    {
        var count = new HitCount(cancellation);
        snapshot.Searcher.Search(plan.Query, count);
        return count.Total;
    }

    private static Hit ToHit(IndexSnapshot snapshot, TopArticle top, string id, IReadOnlyList<PositionPlan> marks, HitDetail detail)
    {
        if (detail == HitDetail.Id)
            return new Hit(id, null, top.Score, []);
        var segment = snapshot.Reader.Leaves[top.Segment].AtomicReader;
        var stored = StoredDocument.Read(segment, top.Doc, withHash: false);
        if (detail == HitDetail.Matches)
        {
            var (headline, body) = MatchFinder.Find(segment, top.Doc, stored.Article, marks);
            return new Hit(id, stored, top.Score, []) { Matches = new HitMatches(headline, body) };
        }

        return new Hit(id, stored, top.Score, detail == HitDetail.Snippets ? Snippets(segment, top.Doc, stored.Article, marks) : []);
    }

    private static List<Snippet> Snippets(AtomicReader segment, int doc, Article article, IReadOnlyList<PositionPlan> marks)
    {
        var (headline, body) = MatchFinder.Find(segment, doc, article, marks);
        var snippets = new List<Snippet>();
        if (headline.Count > 0)
            snippets.Add(new Snippet("headline", article.Headline, SnippetCutter.Merge(headline)));
        snippets.AddRange(SnippetCutter.Cut(article.Body, body, Passages));
        return snippets;
    }
}
