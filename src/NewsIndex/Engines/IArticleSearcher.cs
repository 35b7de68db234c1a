using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Engines;

/// <summary>
/// Reads an index. Every call sees one committed generation and sees a new one within a second of its commit. Every member throws
/// <see cref="IndexUnavailableException"/> while there is no index to read.
/// </summary>
/// <remarks>
/// <para>Every member takes the scope of the caller: <see cref="ArticleScope.Everything"/> unless the caller may see only some articles. An
/// answer tells nothing of other articles.</para>
/// <para>Members return tasks for engines that wait for a network. An in-process engine computes on the calling thread and returns a
/// completed task; the caller chooses that thread and limits the number of concurrent calls.</para>
/// </remarks>
public interface IArticleSearcher
{
    /// <summary>Returns one page of hits with an exact total.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern matches more words than the limit.</exception>
    /// <exception cref="GenerationExpiredException">The previous page was read from a generation that is no longer kept.</exception>
    /// <exception cref="GenerationUnknownException">
    /// The plan asks for articles that arrived after a generation that this index never had. Applies to every member that takes a query.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; it is checked while hits are collected.</exception>
    Task<HitPage> SearchAsync(QueryPlan plan, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Tells of each query, in their order, whether it may match an article that arrived after a generation. False is certain. Takes much
    /// less than a search of each: the terms that a query requires are looked up among those of the arrivals.
    /// </summary>
    /// <param name="newest">The generation to answer from.</param>
    /// <exception cref="GenerationExpiredException">The generation is not kept.</exception>
    /// <exception cref="GenerationUnknownException">The index never had the passed generation.</exception>
    Task<IReadOnlyList<bool>> MayMatchAsync(
        IReadOnlyList<Query> queries, Generation passed, Generation newest, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Returns an article; null when the index has no article with this id.</summary>
    Task<StoredArticle?> FindAsync(string id, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Returns all revisions of an article, newest first; empty when the index has no article with this id.</summary>
    Task<IReadOnlyList<StoredArticle>> ListRevisionsAsync(string id, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Aggregates all hits of a query.</summary>
    /// <exception cref="QueryTooExpensiveException">
    /// A pattern matches more words than the limit, or the timeline has too many periods.
    /// </exception>
    /// <exception cref="GenerationExpiredException">The plan names a generation that is not kept.</exception>
    Task<Aggregation> AggregateAsync(AggregatePlan plan, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Returns how the query was read, then all hits after the plan's cursor, in the plan's order and with the fields that it requests;
    /// ignores its page size. All hits come from one generation.
    /// </summary>
    /// <exception cref="QueryTooExpensiveException">As <see cref="SearchAsync"/>.</exception>
    /// <exception cref="GenerationExpiredException">As <see cref="SearchAsync"/>.</exception>
    IAsyncEnumerable<ExportPart> ExportAsync(QueryPlan plan, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Explains the score of an article; null when the index has no article with this id.</summary>
    Task<ScoreExplanation?> ExplainAsync(QueryPlan plan, string id, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the text of an article at the plan's generation with every match of the plan's query; null when there is no such article.
    /// Order, page and recency of the plan have no effect.
    /// </summary>
    /// <exception cref="QueryTooExpensiveException">As <see cref="SearchAsync"/>.</exception>
    /// <exception cref="GenerationExpiredException">The plan names a generation that is not kept.</exception>
    Task<ArticleMatches?> FindMatchesAsync(QueryPlan plan, string id, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Describes the cost and the parts of a query without running it.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern matches more words than the limit.</exception>
    Task<QueryCost> EstimateAsync(Query query, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Returns completions for a prefix that a user has typed.</summary>
    /// <param name="query">The typed text as a query, for spelling corrections; null when it is not a valid query.</param>
    /// <param name="limit">Maximum suggestions of each kind; 1 or more.</param>
    Task<Suggestions> SuggestAsync(string typed, Query? query, int limit, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Returns a page of background reading for an article, best first and without its near-duplicates; null when the index has no article
    /// with this id. All pages have at most 1,000 articles.
    /// </summary>
    /// <exception cref="GenerationExpiredException">As <see cref="SearchAsync"/>.</exception>
    Task<RankedPage<Hit>?> FindSimilarAsync(string id, RankingPage page, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Returns one page of the copy group of an article, itself included, in the plan's order; null when its generation has no article with
    /// this id. The query and the detail of the plan have no effect.
    /// </summary>
    /// <exception cref="GenerationExpiredException">As <see cref="SearchAsync"/>.</exception>
    Task<CopyPage?> ListCopiesAsync(QueryPlan plan, string id, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Returns entities with their display names, in their order.</summary>
    Task<IReadOnlyList<NamedReference>> NameEntitiesAsync(
        IReadOnlyList<EntityReference> entities, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Describes an entity; null when no article mentions it.</summary>
    Task<EntityCard?> FindEntityAsync(EntityReference entity, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Returns a page of the entities with a name word that has the given prefix, most mentioned first; if there are none, of the entities
    /// within a small edit distance.
    /// </summary>
    /// <param name="type">Null for all types.</param>
    /// <exception cref="GenerationExpiredException">As <see cref="SearchAsync"/>.</exception>
    Task<EntityMatches> MatchEntitiesAsync(
        string name, EntityType? type, RankingPage page, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>Returns a page of the entities that co-occur with an entity more often than by chance, most significant first.</summary>
    /// <exception cref="GenerationExpiredException">As <see cref="SearchAsync"/>.</exception>
    Task<RankedPage<Cooccurrence>> ListCooccurrencesAsync(
        EntityReference entity, EntityType? type, RankingPage page, ArticleScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Returns counts and properties of the newest generation. The first call for a generation reads a column of every article; later calls
    /// return a cached result.
    /// </summary>
    Task<IndexInfo> DescribeAsync(ArticleScope scope, CancellationToken cancellationToken);
}
