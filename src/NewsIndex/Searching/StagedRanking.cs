using NewsIndex.Embeddings;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;
using NewsIndex.Tracing;

namespace NewsIndex.Searching;

/// <summary>
/// Ranks the articles of one plan in stages: BM25 collects the first hits, a window of them is rescored, then once more by their passages
/// where the index has embeddings of them, and the others follow by their first scores. A rescored hit never follows one behind the window,
/// so a score and an id are a sufficient cursor.
/// </summary>
internal sealed class StagedRanking
{
    private readonly IIndexView view;
    private readonly RankingOptions options;
    private readonly QueryPlan plan;
    private readonly CancellationToken cancellation;

    /// <summary>Null for orders without scores, and for queries whose scores rescoring could not change.</summary>
    private readonly WindowRescoring? words;

    /// <summary>Null where embeddings of passages have no part.</summary>
    private readonly PassageRescoring? passages;

    /// <summary>The number of hits to rescore; 0 for none.</summary>
    private readonly int window;

    private StagedRanking(
        IIndexView view, RankingOptions options, QueryPlan plan, WindowRescoring? words, PassageRescoring? passages,
        CancellationToken cancellation)
    {
        (this.view, this.options, this.plan, this.words, this.passages) = (view, options, plan, words, passages);
        this.cancellation = cancellation;
        window = words is null && passages is null ? 0 : options.RescoringWindow;
    }

    /// <param name="vectors">Null to rank without embeddings of passages.</param>
    public static async ValueTask<StagedRanking> OfAsync(
        IIndexView view, RankingOptions options, QueryVectors? vectors, QueryPlan plan, CancellationToken cancellation)
    {
        var rescorer = plan.Order == HitOrder.Relevance && options.RescoringWindow > 0
            ? WindowRescorer.Of(plan.Query, await view.StatisticsAsync(plan.Query, cancellation), options)
            : null;
        var passages = PassageRescoring.Of(view, options, vectors, plan, cancellation);
        var words = rescorer is null ? null : new WindowRescoring(view, rescorer, plan.Recency, cancellation);
        return new StagedRanking(view, options, plan, words, passages, cancellation);
    }

    /// <summary>
    /// Returns the scoring query, expanded with words of the best hits if the plan asks for feedback; it selects the same articles.
    /// </summary>
    public async ValueTask<ITranslatedQuery> RankedAsync(ITranslatedQuery query)
    {
        if (plan.Order != HitOrder.Relevance || !plan.UsesFeedback || options.FeedbackWeight <= 0)
            return query;
        var best = await FindAsync(query, PseudoRelevanceFeedback.BestHits, null, TotalKinds.None, copiesOnce: true);
        return await new PseudoRelevanceFeedback(view, options, cancellation).PreferAsync(query, best.Hits);
    }

    /// <summary>Returns the first hits after a cursor.</summary>
    public ValueTask<RankedHits> FindAsync(ITranslatedQuery ranked, int count, PageCursor? after, TotalKinds totals) =>
        FindAsync(ranked, count, after, totals, plan.Query.WantsCopiesOnce);

    /// <summary>Scores one article in the first stage; null when the query does not match it.</summary>
    /// <param name="clauses">Clauses to score alone.</param>
    public ValueTask<ArticleScores?> ScoreAsync(RankedHit article, ITranslatedQuery query, IReadOnlyList<Query> clauses) =>
        view.ScoreAsync(article, query, clauses, RequestFor(0, null, TotalKinds.None, plan.Query.WantsCopiesOnce), cancellation);

    /// <summary>
    /// Returns the rescoring additions of an article, before the recency boost; each null when it is outside of its window.
    /// </summary>
    public async ValueTask<(AddedScores? Added, float? Passages)> AddedToAsync(ITranslatedQuery ranked, RankedHit article)
    {
        if (window == 0)
            return default;
        var request = RequestFor(0, null, TotalKinds.None, plan.Query.WantsCopiesOnce);
        var first = await view.FirstAsync(ranked, request, cancellation);
        var hits = first.Window();
        var place = Array.FindIndex(hits, hit => hit.Segment == article.Segment && hit.Doc == article.Doc);
        if (place < 0)
            return default;
        return (
            words is null ? null : (await words.AddedAsync(hits))[place],
            passages is null ? null : await passages.AddedToAsync(await RescoreByWordsAsync(hits, hits.Length), place));
    }

    private async ValueTask<RankedHits> FindAsync(
        ITranslatedQuery ranked, int count, PageCursor? after, TotalKinds totals, bool copiesOnce)
    {
        // A first page begins in the window; any other page may lie behind it.
        var behind = window > 0 && after is null ? Math.Max(0, count - window) : count;
        var first = await FirstAsync(ranked, RequestFor(behind, after, totals, copiesOnce));
        if (window == 0)
            return new RankedHits(first.Behind(), first);
        // Behind a cursor any hit may be the first.
        var rescored = await RescoreAsync(first.Window(), after is null ? count : int.MaxValue);
        var onPage = FirstOf(rescored, count, first);
        if (onPage.Count < count)
            onPage.AddRange(first.Behind().Take(count - onPage.Count));
        return new RankedHits(onPage, first);
    }

    /// <summary>Returns the first hits of the page among some, in order. The other hits of a window take one comparison each.</summary>
    private static List<RankedHit> FirstOf(RankedHit[] hits, int count, IFirstHits first)
    {
        var found = new List<RankedHit>(Math.Min(count, hits.Length));
        foreach (var hit in hits)
        {
            // Keys tell nearly always.
            if (found.Count == count && hit.SortKey < found[^1].SortKey)
                continue;
            if (!first.IsOnPage(hit) || (found.Count == count && first.Order.Compare(hit, found[^1]) >= 0))
                continue;
            if (found.Count == count)
                found.RemoveAt(count - 1);
            var place = found.BinarySearch(hit, first.Order);
            found.Insert(place < 0 ? ~place : place, hit);
        }

        return found;
    }

    private async ValueTask<IFirstHits> FirstAsync(ITranslatedQuery ranked, FirstHitsRequest request)
    {
        using var span = IndexTrace.Start(IndexTrace.SelectAndRank);
        return await view.FirstAsync(ranked, request, cancellation);
    }

    /// <summary>Returns the hits of the window, in their order, with their last scores.</summary>
    /// <param name="first">How many hits have to be right; other scores may be too low.</param>
    private async ValueTask<RankedHit[]> RescoreAsync(RankedHit[] hits, int first)
    {
        using var span = IndexTrace.Start(IndexTrace.Rescore);
        return passages is null
            ? await RescoreByWordsAsync(hits, first)
            : await passages.RescoreAsync(await RescoreByWordsAsync(hits, hits.Length));
    }

    /// <summary>Returns the hits of the window, in their order, with the scores of all parts but the passages.</summary>
    private async ValueTask<RankedHit[]> RescoreByWordsAsync(RankedHit[] hits, int first) =>
        words is null ? hits : await words.RescoreAsync(hits, first);

    private FirstHitsRequest RequestFor(int behind, PageCursor? after, TotalKinds totals, bool copiesOnce) =>
        new(plan.Order, window, behind, after, plan.Recency, copiesOnce, totals);
}
