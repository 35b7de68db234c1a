using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Engines;

/// <summary>
/// The reading half of an index. Every member sees one committed generation, and a new one within a second of its commit;
/// every member throws <see cref="IndexUnavailableException"/> while there is no index to read.
/// </summary>
/// <remarks>
/// Tasks are for engines that wait for a network. An engine in the process computes on the thread that calls, and gives a task that has
/// ended: a caller that serves others chooses that thread, and how many calls run at once.
/// </remarks>
public interface IArticleSearcher
{
    /// <summary>One page of hits with an exact total.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern stands for more words than the limit.</exception>
    /// <exception cref="GenerationExpiredException">The page before was read from a generation that is no longer kept.</exception>
    /// <exception cref="GenerationUnknownException">
    /// What came after a state is asked for that the index was never in. So for every member that takes a query.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, which is looked at while hits are collected.</exception>
    Task<HitPage> SearchAsync(QueryPlan plan, CancellationToken cancellationToken);

    /// <summary>Null when the index has no such article.</summary>
    Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every text that an article has had, the present one first; empty when the index has no such article.</summary>
    Task<IReadOnlyList<StoredArticle>> ListRevisionsAsync(string id, CancellationToken cancellationToken);

    /// <summary>Counts over all that a query finds.</summary>
    /// <exception cref="QueryTooExpensiveException">
    /// A pattern stands for more words than the limit, or the timeline has too many periods.
    /// </exception>
    /// <exception cref="GenerationExpiredException">The plan names a generation that is not kept.</exception>
    Task<Aggregation> AggregateAsync(AggregatePlan plan, CancellationToken cancellationToken);

    /// <summary>
    /// All hits from the plan's place on, in its order, and as much of each as it asks for; its page size does not count. One generation
    /// answers for all.
    /// </summary>
    /// <exception cref="QueryTooExpensiveException">As <see cref="SearchAsync"/>.</exception>
    /// <exception cref="GenerationExpiredException">As <see cref="SearchAsync"/>.</exception>
    IAsyncEnumerable<Hit> ExportAsync(QueryPlan plan, CancellationToken cancellationToken);

    /// <summary>Why an article has the score that it has; null when the index has no such article.</summary>
    Task<ScoreExplanation?> ExplainAsync(QueryPlan plan, string id, CancellationToken cancellationToken);

    /// <summary>What a query would take, without running it.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern stands for more words than the limit.</exception>
    Task<QueryCost> EstimateAsync(Query query, CancellationToken cancellationToken);

    /// <summary>What may be meant by what is being typed.</summary>
    /// <param name="query">What was typed, read as a query, to look for better spellings of; null when it is none.</param>
    /// <param name="limit">Suggestions of each kind, 1 or more.</param>
    Task<Suggestions> SuggestAsync(string typed, Query? query, int limit, CancellationToken cancellationToken);

    /// <summary>Background reading for an article, best first, its copies left out; null when the index has no such article.</summary>
    Task<HitPage?> FindSimilarAsync(string id, int count, CancellationToken cancellationToken);

    /// <summary>Null when no article mentions the entity.</summary>
    Task<EntityCard?> FindEntityAsync(EntityReference entity, CancellationToken cancellationToken);

    /// <summary>
    /// Entities one of whose names has a word that begins so, most mentioned first; where there is none, those spelt nearly so.
    /// </summary>
    /// <param name="type">Null for any.</param>
    Task<EntityMatches> MatchEntitiesAsync(string name, EntityType? type, int limit, CancellationToken cancellationToken);

    /// <summary>Entities that are mentioned with another more often than by chance, most significant first.</summary>
    Task<IReadOnlyList<Cooccurrence>> ListCooccurrencesAsync(EntityReference entity, EntityType? type, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Counts and properties of the newest generation. The first call of a generation reads a column of every article; later ones are free.
    /// </summary>
    Task<IndexInfo> DescribeAsync(CancellationToken cancellationToken);
}
