using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests;

/// <summary>Calls of tests that may see all articles.</summary>
internal static class WholeArchive
{
    public static Task<HitPage> SearchAsync(this IArticleSearcher searcher, QueryPlan plan, CancellationToken stop) =>
        searcher.SearchAsync(plan, ArticleScope.Everything, stop);

    public static Task<StoredArticle?> FindAsync(this IArticleSearcher searcher, string id, CancellationToken stop) =>
        searcher.FindAsync(id, ArticleScope.Everything, stop);

    public static Task<IReadOnlyList<StoredArticle>> ListRevisionsAsync(
        this IArticleSearcher searcher, string id, CancellationToken stop) =>
        searcher.ListRevisionsAsync(id, ArticleScope.Everything, stop);

    public static Task<Aggregation> AggregateAsync(this IArticleSearcher searcher, AggregatePlan plan, CancellationToken stop) =>
        searcher.AggregateAsync(plan, ArticleScope.Everything, stop);

    /// <summary>The hits of an export alone.</summary>
    public static IAsyncEnumerable<Hit> ExportAsync(this IArticleSearcher searcher, QueryPlan plan, CancellationToken stop) =>
        searcher.ExportAsync(plan, ArticleScope.Everything, stop).OfType<ExportPart.Found>().Select(found => found.Hit);

    public static Task<ScoreExplanation?> ExplainAsync(
        this IArticleSearcher searcher, QueryPlan plan, string id, CancellationToken stop) =>
        searcher.ExplainAsync(plan, id, ArticleScope.Everything, stop);

    public static Task<ArticleMatches?> FindMatchesAsync(
        this IArticleSearcher searcher, QueryPlan plan, string id, CancellationToken stop) =>
        searcher.FindMatchesAsync(plan, id, ArticleScope.Everything, stop);

    public static Task<QueryCost> EstimateAsync(this IArticleSearcher searcher, Query query, CancellationToken stop) =>
        searcher.EstimateAsync(query, ArticleScope.Everything, stop);

    public static Task<Suggestions> SuggestAsync(
        this IArticleSearcher searcher, string typed, Query? query, int limit, CancellationToken stop) =>
        searcher.SuggestAsync(typed, query, limit, ArticleScope.Everything, stop);

    public static Task<RankedPage<Hit>?> FindSimilarAsync(this IArticleSearcher searcher, string id, int count, CancellationToken stop) =>
        searcher.FindSimilarAsync(id, new RankingPage(count), ArticleScope.Everything, stop);

    public static Task<EntityCard?> FindEntityAsync(this IArticleSearcher searcher, EntityReference entity, CancellationToken stop) =>
        searcher.FindEntityAsync(entity, ArticleScope.Everything, stop);

    public static Task<EntityMatches> MatchEntitiesAsync(
        this IArticleSearcher searcher, string name, EntityType? type, int limit, CancellationToken stop) =>
        searcher.MatchEntitiesAsync(name, type, new RankingPage(limit), ArticleScope.Everything, stop);

    public static Task<RankedPage<Cooccurrence>> ListCooccurrencesAsync(
        this IArticleSearcher searcher, EntityReference entity, EntityType? type, int limit, CancellationToken stop) =>
        searcher.ListCooccurrencesAsync(entity, type, new RankingPage(limit), ArticleScope.Everything, stop);

    public static Task<IndexInfo> DescribeAsync(this IArticleSearcher searcher, CancellationToken stop) =>
        searcher.DescribeAsync(ArticleScope.Everything, stop);
}
