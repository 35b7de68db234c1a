using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Searching;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Results;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene;

/// <summary>Searches a Lucene index in a folder.</summary>
internal sealed class LuceneArticleSearcher(NewsIndexOptions options, CorrectionLog log, TimeProvider clock, ILogger logger)
    : IArticleSearcherLifetime
{
    private readonly CitedCorrections corrections = new(options.Directory, log, clock);
    private readonly IndexSnapshots snapshots = new(options, clock, logger);

    /// <summary>Hits that an export reads before it yields the thread.</summary>
    private const int HitsBetweenYields = 2000;

    public Task<HitPage> SearchAsync(QueryPlan plan, CancellationToken cancellationToken) =>
        Task.FromResult(With(GenerationOf(plan), snapshot => SearchOf(snapshot, plan.Generation).Search(plan, cancellationToken)));

    public async IAsyncEnumerable<Hit> ExportAsync(QueryPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var snapshot = snapshots.Acquire(GenerationOf(plan));
        try
        {
            var exported = 0;
            foreach (var hit in SearchOf(snapshot, plan.Generation).Export(plan, cancellationToken))
            {
                yield return hit;
                if (++exported % HitsBetweenYields == 0)
                    await Task.Yield();
            }
        }
        finally
        {
            snapshot.Release();
        }
    }

    public Task<ScoreExplanation?> ExplainAsync(QueryPlan plan, string id, CancellationToken cancellationToken) =>
        Task.FromResult(With(GenerationOf(plan), snapshot =>
        Locate(snapshot, IndexFields.Id, id)
            .Select(
                found =>
                    new ScoreExplainer(
                        snapshot, SearchOf(snapshot, plan.Generation), cancellationToken).Explain(plan, found.Segment, found.Doc))
            .FirstOrDefault()));

    public Task<QueryCost> EstimateAsync(Query query, CancellationToken cancellationToken) => Task.FromResult(With(null, snapshot =>
    {
        // Patterns and names are the same for all language groups and are looked up once.
        var leaves = SearchOf(snapshot).Translate(query, cancellationToken).Parts.SelectMany(part => part.Marks)
            .SelectMany(mark => mark.Leaves)
            .DistinctBy(leaf => (leaf.Field, string.Join(' ', leaf.Words.Order(StringComparer.Ordinal)))).ToList();
        return new QueryCost(
            query.LeafCount, leaves.Sum(leaf => leaf.Words.Count),
            leaves.Sum(leaf => leaf.Words.Sum(word => (long)snapshot.Reader.DocFreq(new Term(leaf.Field, word)))), snapshot.Generation);
    }));

    public Task<Suggestions> SuggestAsync(string typed, Query? query, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(
            With(
                null,
                snapshot =>
                    new SuggestionSearch(
                        snapshot, SearchOf(snapshot), corrections.Current, cancellationToken).Suggest(typed, query, limit)));

    public Task<HitPage?> FindSimilarAsync(string id, int count, CancellationToken cancellationToken) =>
        Task.FromResult(With(null, snapshot =>
        Locate(snapshot, IndexFields.Id, id)
            .Select(found => new SimilarArticles(snapshot, options.Ranking)
                .Find(found.Segment.AtomicReader, found.Doc, count, cancellationToken))
            .FirstOrDefault()));

    public Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(With(null, snapshot => Find(snapshot, IndexFields.Id, id).FirstOrDefault()));

    public Task<IReadOnlyList<StoredArticle>> ListRevisionsAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(With<IReadOnlyList<StoredArticle>>(null, snapshot =>
    {
        var current = Find(snapshot, IndexFields.Id, id).ToList();
        var replaced = current.Count == 0 ? [] : Find(snapshot, IndexFields.RevisionOf, id);
        return [.. current, .. replaced.OrderByDescending(text => text.Revision)];
    }));

    private static IEnumerable<StoredArticle> Find(IndexSnapshot snapshot, string field, string id) =>
        Locate(snapshot, field, id).Select(found => StoredDocument.Read(found.Segment.AtomicReader, found.Doc, withHash: true));

    private static IEnumerable<(AtomicReaderContext Segment, int Doc)> Locate(IndexSnapshot snapshot, string field, string id)
    {
        var term = new Term(field, new BytesRef(id));
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var docs = leaf.AtomicReader.GetTermDocsEnum(term);
            for (var doc = docs?.NextDoc() ?? int.MaxValue; doc != int.MaxValue; doc = docs!.NextDoc())
            {
                if (leaf.AtomicReader.LiveDocs?.Get(doc) != false)
                    yield return (leaf, doc);
            }
        }
    }

    public Task<IndexInfo> DescribeAsync(CancellationToken cancellationToken) => Task.FromResult(With(null, snapshot => snapshot.Info));

    public Task<Aggregation> AggregateAsync(AggregatePlan plan, CancellationToken cancellationToken) =>
        Task.FromResult(With(plan.Generation, snapshot =>
        new AggregateSearch(
            snapshot, SearchOf(snapshot, plan.Generation), corrections.Of(plan.Generation), cancellationToken).Count(plan)));

    public Task<EntityCard?> FindEntityAsync(EntityReference entity, CancellationToken cancellationToken) =>
        Task.FromResult(With(null, snapshot => new EntitySearch(snapshot, corrections.Current).Find(entity, cancellationToken)));

    public Task<EntityMatches> MatchEntitiesAsync(string name, EntityType? type, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(
            With(null, snapshot => new EntitySearch(snapshot, corrections.Current).Match(name, type, limit, cancellationToken)));

    public Task<IReadOnlyList<Cooccurrence>> ListCooccurrencesAsync(
        EntityReference entity, EntityType? type, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(
            With(null, snapshot => new EntitySearch(snapshot, corrections.Current).Cooccurrences(entity, type, limit, cancellationToken)));

    /// <summary>Pins later pages to the generation of the first page, whatever the request names.</summary>
    private static Generation? GenerationOf(QueryPlan plan) => plan.After?.Generation ?? plan.Generation;

    /// <param name="named">Generation that the request names; null for the newest.</param>
    private RankedSearch SearchOf(IndexSnapshot snapshot, Generation? named = null) => new(snapshot, options, corrections.Of(named));

    private T With<T>(Generation? generation, Func<IndexSnapshot, T> answer)
    {
        var snapshot = snapshots.Acquire(generation);
        try
        {
            return answer(snapshot);
        }
        finally
        {
            snapshot.Release();
        }
    }

    public string? FollowFailure => snapshots.FollowFailure;

    public ValueTask DisposeAsync() => snapshots.DisposeAsync();
}
