using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Finds every match of a query in one article.</summary>
internal sealed class MatchSearch(IIndexView view, RankingOptions options, CancellationToken cancellation)
{
    public async Task<ArticleMatches> FindAsync(QueryPlan plan, RankedHit article)
    {
        var query = await view.TranslateAsync(plan.Query, cancellation);
        var ranking = await StagedRanking.OfAsync(view, options, null, plan, cancellation);
        var isFound = await ranking.ScoreAsync(article, query, []) is not null;
        var read = (await view.FetchMatchesAsync([article], query, ArticleDetail.Body, cancellation))[0];
        // An article that the query does not find has words of it that are no match.
        var matches = isFound
            ? new HitMatches(SnippetCutter.Merge(read.Headline), SnippetCutter.Merge(read.Body))
            : new HitMatches([], []);
        return new ArticleMatches(
            read.Article, isFound, matches, isFound ? read.Problem : null, view.Generation,
            await QueryNotices.OfAsync(view, query, cancellation), query.Entities);
    }
}
