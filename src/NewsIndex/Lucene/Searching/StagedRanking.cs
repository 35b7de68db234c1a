using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>
/// Ranks the articles of one plan in stages: bounded scores collect the first hits, a window of them is rescored, and the others follow by
/// their first scores. A rescored hit never follows one behind the window, so a score and an id are a sufficient cursor.
/// </summary>
internal sealed class StagedRanking(
    IndexSnapshot snapshot, NewsIndexOptions options, EntityCorrections corrections, QueryPlan plan, CancellationToken cancellation)
{
    /// <summary>
    /// The maximum window of a query with one pair alone. A pair moves a hit by a few ranks, embeddings by hundreds, and a window of 500
    /// makes two optional words 1.5 to 2.3 times as slow as one of 100.
    /// </summary>
    private const int MaxWindowOfOnePair = 100;

    /// <summary>Null for orders without scores, and for queries whose scores rescoring could not change.</summary>
    private readonly WindowRescorer? rescorer = plan.Order == HitOrder.Relevance && options.Ranking.RescoringWindow > 0
        ? WindowRescorer.Of(plan.Query, new TextStatistics(snapshot.Reader), RescoringWeights.Of(options.Ranking))
        : null;

    /// <summary>The number of hits to rescore; 0 for none.</summary>
    private int Window => rescorer is null ? 0
        : rescorer.HasOnlyOnePair ? Math.Min(options.Ranking.RescoringWindow, MaxWindowOfOnePair)
        : options.Ranking.RescoringWindow;

    /// <summary>Creates the non-lexical parts of the first-stage score.</summary>
    public RankingParts Parts() => plan.Order == HitOrder.Relevance
        ? new RankingParts(
            plan.Recency is { } recency ? new RecencyColumn(recency) : null,
            TypedForms.Of(ScoringWords.Of(plan.Query), snapshot.Searcher, options.Ranking))
        : RankingParts.None;

    /// <summary>True when the embedding of the query has a weight.</summary>
    public bool HasMeaning => rescorer?.Meaning is not null;

    /// <summary>True when related words have a weight.</summary>
    public bool HasRelatedWords => rescorer?.HasRelatedWords == true;

    /// <summary>Counts totals under the entity corrections of this plan.</summary>
    public SearchTotals Totals() => new(snapshot.Searcher, corrections, options.Snapshots.KnownTotals, cancellation);

    /// <summary>
    /// Returns the scoring query, expanded with words of the best hits if the plan asks for feedback; it selects the same articles.
    /// </summary>
    public LuceneQuery Ranked(LucenePlan lucene)
    {
        if (plan.Order != HitOrder.Relevance || !plan.UsesFeedback || options.Ranking.FeedbackWeight <= 0)
            return lucene.Query;
        var best = Find(lucene.Query, PseudoRelevanceFeedback.BestHits, null, TotalKinds.None, copiesOnce: true).Hits;
        return new PseudoRelevanceFeedback(snapshot, options.Ranking).Prefer(lucene.Query, best);
    }

    /// <summary>Returns the first hits after a cursor.</summary>
    public RankedHits Find(LuceneQuery ranked, int count, PageCursor? after, TotalKinds totals) =>
        Find(ranked, count, after, totals, plan.Query.WantsCopiesOnce);

    /// <summary>Returns the rescoring additions of an article, before the recency boost; null when it is outside of the window.</summary>
    /// <param name="doc">Document number in its segment.</param>
    public AddedScores? AddedTo(LuceneQuery ranked, int segment, int doc)
    {
        if (rescorer is null)
            return null;
        var top = Collector(0, null, plan.Query.WantsCopiesOnce);
        snapshot.Searcher.Search(ranked, top);
        return top.Window().Where(hit => hit.Segment == segment && hit.Doc == doc)
            .Select(hit => (AddedScores?)new WindowReader(snapshot.Reader, rescorer, null).Added(hit)).FirstOrDefault();
    }

    private RankedHits Find(LuceneQuery ranked, int count, PageCursor? after, TotalKinds totals, bool copiesOnce)
    {
        // A first page begins in the window; any other page may lie behind it.
        var behind = rescorer is not null && after is null ? Math.Max(0, count - Window) : count;
        var top = Collector(behind, after, copiesOnce);
        var total = Totals().CountBeside(top, ranked, plan.Query, totals);
        var page = top.InOrder();
        if (rescorer is null)
            return new RankedHits(page, top, total);
        var recency = plan.Recency is { } age ? new RecencyColumn(age) : null;
        var window = new WindowReader(snapshot.Reader, rescorer, recency).Rescore(top.Window());
        return new RankedHits([.. top.InOrder(window.Where(top.IsOnPage)).Concat(page).Take(count)], top, total);
    }

    private TopArticles Collector(int behind, PageCursor? after, bool copiesOnce) => new(
        snapshot.Reader, plan.Order, behind, after, Parts(), copiesOnce, cancellation, Window);
}

/// <param name="Hits">Hits in order.</param>
/// <param name="Top">Collector that knows the ids of the hits.</param>
internal sealed record RankedHits(IReadOnlyList<TopArticle> Hits, TopArticles Top, HitTotal Total);
