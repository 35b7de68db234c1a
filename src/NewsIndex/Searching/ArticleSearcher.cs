using System.Runtime.CompilerServices;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Answers every call from one view of an engine.</summary>
/// <param name="vectors">Null to rank without embeddings of passages.</param>
internal sealed class ArticleSearcher(
    IIndexViews views, RankingOptions options, CitedCorrections corrections, QueryVectors? vectors = null) : IArticleSearcherLifetime
{
    /// <summary>Hits that an export reads before it yields the thread.</summary>
    private const int HitsBetweenYields = 2000;

    public string? FollowFailure => views.FollowFailure;

    public void Reload() => views.Reload();

    public IReadOnlyList<Generation> ListGenerations() => views.ListGenerations();

    public KeptGeneration? Describe(Generation generation) => views.Describe(generation);

    public CacheUse Caches => views.Caches;

    public async Task<HitPage> SearchAsync(QueryPlan plan, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(plan, scope, cancellationToken);
        return await new PageSearch(view, options, vectors, cancellationToken).SearchAsync(plan);
    }

    public async Task<IReadOnlyList<bool>> MayMatchAsync(
        IReadOnlyList<Query> queries, Generation passed, Generation newest, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await views.AcquireAsync(newest, scope, corrections.Of(newest), cancellationToken);
        return await view.MayMatchAsync(queries, passed, cancellationToken);
    }

    public async IAsyncEnumerable<ExportPart> ExportAsync(
        QueryPlan plan, ArticleScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(plan, scope, cancellationToken);
        var exported = 0;
        await foreach (var part in new PageSearch(view, options, vectors, cancellationToken).ExportAsync(plan))
        {
            yield return part;
            if (++exported % HitsBetweenYields == 0)
                await Task.Yield();
        }
    }

    public async Task<ScoreExplanation?> ExplainAsync(QueryPlan plan, string id, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(plan, scope, cancellationToken);
        return await view.LocateAsync(id, cancellationToken) is { } found
            ? await new ScoreExplainer(view, options, vectors, cancellationToken).ExplainAsync(plan, found)
            : null;
    }

    public async Task<ArticleMatches?> FindMatchesAsync(
        QueryPlan plan, string id, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(plan, scope, cancellationToken);
        return await view.LocateAsync(id, cancellationToken) is { } found
            ? await new MatchSearch(view, options, cancellationToken).FindAsync(plan, found)
            : null;
    }

    public async Task<QueryCost> EstimateAsync(Query query, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(scope, cancellationToken);
        var translated = await view.TranslateAsync(query, cancellationToken);
        var (terms, postings) = await view.EstimateAsync(translated, cancellationToken);
        return new QueryCost(query.LeafCount, terms, postings, view.Generation)
        {
            Notices = await QueryNotices.OfAsync(view, translated, cancellationToken),
            Entities = translated.Entities,
        };
    }

    public async Task<Suggestions> SuggestAsync(
        string typed, Query? query, int limit, ArticleScope scope, CancellationToken cancellationToken)
    {
        var current = corrections.Current;
        using var view = await views.AcquireAsync(null, scope, current, cancellationToken);
        return await new SuggestionSearch(view, current, cancellationToken).SuggestAsync(typed, query, limit);
    }

    public async Task<RankedPage<Hit>?> FindSimilarAsync(
        string id, RankingPage page, ArticleScope scope, CancellationToken cancellationToken)
    {
        var applied = CorrectionsOf(page);
        using var view = await AcquireAsync(page, scope, applied, cancellationToken);
        return await view.LocateAsync(id, cancellationToken) is { } found
            ? await new SimilarArticles(view, applied, options, cancellationToken).FindAsync(found, page)
            : null;
    }

    public async Task<CopyPage?> ListCopiesAsync(QueryPlan plan, string id, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(plan, scope, cancellationToken);
        var pages = new PageSearch(view, options, vectors, cancellationToken);
        return await view.LocateAsync(id, cancellationToken) is { } found
            ? await new CopySearch(view, pages, cancellationToken).ListAsync(plan, id, found)
            : null;
    }

    public async Task<StoredArticle?> FindAsync(string id, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(scope, cancellationToken);
        return await view.FindAsync(id, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredArticle>> ListRevisionsAsync(string id, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(scope, cancellationToken);
        if (await view.FindAsync(id, cancellationToken) is not { } current)
            return [];
        var replaced = await view.ListReplacedAsync(id, cancellationToken);
        return [current, .. replaced.OrderByDescending(text => text.Revision)];
    }

    public async Task<IndexInfo> DescribeAsync(ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await AcquireAsync(scope, cancellationToken);
        return await view.DescribeAsync(cancellationToken);
    }

    public async Task<Aggregation> AggregateAsync(AggregatePlan plan, ArticleScope scope, CancellationToken cancellationToken)
    {
        using var view = await views.AcquireAsync(plan.Generation, scope, corrections.Of(plan.Generation), cancellationToken);
        return await new AggregateSearch(view, cancellationToken).CountAsync(plan);
    }

    public async Task<IReadOnlyList<NamedReference>> NameEntitiesAsync(
        IReadOnlyList<EntityReference> entities, ArticleScope scope, CancellationToken cancellationToken)
    {
        var current = corrections.Current;
        using var view = await views.AcquireAsync(null, scope, current, cancellationToken);
        return new EntitySearch(view, current, cancellationToken).Name(entities);
    }

    public async Task<EntityCard?> FindEntityAsync(EntityReference entity, ArticleScope scope, CancellationToken cancellationToken)
    {
        var current = corrections.Current;
        using var view = await views.AcquireAsync(null, scope, current, cancellationToken);
        return await new EntitySearch(view, current, cancellationToken).FindAsync(entity);
    }

    public async Task<EntityMatches> MatchEntitiesAsync(
        string name, EntityType? type, RankingPage page, ArticleScope scope, CancellationToken cancellationToken)
    {
        var applied = CorrectionsOf(page);
        using var view = await AcquireAsync(page, scope, applied, cancellationToken);
        return await new EntitySearch(view, applied, cancellationToken).MatchAsync(name, type, page);
    }

    public async Task<RankedPage<Cooccurrence>> ListCooccurrencesAsync(
        EntityReference entity, EntityType? type, RankingPage page, ArticleScope scope, CancellationToken cancellationToken)
    {
        var applied = CorrectionsOf(page);
        using var view = await AcquireAsync(page, scope, applied, cancellationToken);
        return await new EntitySearch(view, applied, cancellationToken).ListCooccurrencesAsync(entity, type, page);
    }

    public ValueTask DisposeAsync() => views.DisposeAsync();

    /// <summary>Reads later pages from the generation of the first page, whatever the request names.</summary>
    private ValueTask<IIndexView> AcquireAsync(QueryPlan plan, ArticleScope scope, CancellationToken cancellation) =>
        views.AcquireAsync(plan.After?.Generation ?? plan.Generation, scope, corrections.Of(plan.Generation), cancellation);

    private ValueTask<IIndexView> AcquireAsync(
        RankingPage page, ArticleScope scope, EntityCorrections applied, CancellationToken cancellation) =>
        views.AcquireAsync(page.After?.Generation ?? page.Generation, scope, applied, cancellation);

    /// <summary>A correction that is made between two pages would move entries from one to the other: later pages do without it.</summary>
    private EntityCorrections CorrectionsOf(RankingPage page) =>
        page.After is { } after ? corrections.UpTo(after.Corrections) : corrections.Of(page.Generation);

    private ValueTask<IIndexView> AcquireAsync(ArticleScope scope, CancellationToken cancellation) =>
        views.AcquireAsync(null, scope, corrections.Current, cancellation);
}
