using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>
/// Ranks the articles of one plan in stages: BM25 collects the first hits, a window of them is rescored, and the others follow by
/// their first scores. A rescored hit never follows one behind the window, so a score and an id are a sufficient cursor.
/// </summary>
internal sealed class StagedRanking
{
    private readonly IIndexView view;
    private readonly RankingOptions options;
    private readonly QueryPlan plan;
    private readonly CancellationToken cancellation;

    /// <summary>Null for orders without scores, and for queries whose scores rescoring could not change.</summary>
    private readonly WindowRescorer? rescorer;

    /// <summary>The number of hits to rescore; 0 for none.</summary>
    private readonly int window;

    private StagedRanking(
        IIndexView view, RankingOptions options, QueryPlan plan, WindowRescorer? rescorer, CancellationToken cancellation)
    {
        (this.view, this.options, this.plan, this.rescorer, this.cancellation) = (view, options, plan, rescorer, cancellation);
        window = rescorer is null ? 0 : options.RescoringWindow;
    }

    public static async ValueTask<StagedRanking> OfAsync(
        IIndexView view, RankingOptions options, QueryPlan plan, CancellationToken cancellation)
    {
        var rescorer = plan.Order == HitOrder.Relevance && options.RescoringWindow > 0
            ? WindowRescorer.Of(plan.Query, await view.StatisticsAsync(plan.Query, cancellation), options)
            : null;
        return new StagedRanking(view, options, plan, rescorer, cancellation);
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

    /// <summary>Returns the rescoring additions of an article, before the recency boost; null when it is outside of the window.</summary>
    public async ValueTask<AddedScores?> AddedToAsync(ITranslatedQuery ranked, RankedHit article)
    {
        if (rescorer is null)
            return null;
        var request = RequestFor(0, null, TotalKinds.None, plan.Query.WantsCopiesOnce);
        var first = await view.FirstAsync(ranked, request, cancellation);
        var hits = first.Window();
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Segment == article.Segment && hits[i].Doc == article.Doc)
                return rescorer.Added(await view.ReadWindowAsync(hits, rescorer, plan.Recency, cancellation))[i];
        }

        return null;
    }

    private async ValueTask<RankedHits> FindAsync(
        ITranslatedQuery ranked, int count, PageCursor? after, TotalKinds totals, bool copiesOnce)
    {
        // A first page begins in the window; any other page may lie behind it.
        var behind = rescorer is not null && after is null ? Math.Max(0, count - window) : count;
        var first = await view.FirstAsync(ranked, RequestFor(behind, after, totals, copiesOnce), cancellation);
        if (rescorer is null)
            return new RankedHits(first.Behind(), first);
        var rescored = await RescoreAsync(first.Window());
        rescored.RemoveAll(hit => !first.IsOnPage(hit));
        rescored.Sort(first.Order);
        return new RankedHits([.. rescored.Concat(first.Behind()).Take(count)], first);
    }

    /// <summary>Returns the hits with their new scores, unordered.</summary>
    private async ValueTask<List<RankedHit>> RescoreAsync(IReadOnlyList<RankedHit> hits)
    {
        var scores = rescorer!.Score(await view.ReadWindowAsync(hits, rescorer, plan.Recency, cancellation));
        return [.. hits.Zip(scores, (hit, score) => hit.WithScore(score))];
    }

    private FirstHitsRequest RequestFor(int behind, PageCursor? after, TotalKinds totals, bool copiesOnce) =>
        new(plan.Order, window, behind, after, plan.Recency, copiesOnce, totals);
}
