using System.Runtime.CompilerServices;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Alerts;

/// <summary>
/// Matches alerts against what has arrived: an alert finds the articles that its query would find among them. Articles that were replaced
/// or deleted meanwhile are not found.
/// </summary>
/// <param name="maxMatches">Matches that one alert may have in one answer; 1 or more.</param>
public sealed class AlertMatcher(IArticleSearcher searcher, int maxMatches = AlertMatcher.MaxMatches)
{
    private const string BehindAllIds = "\uFFFF";

    /// <summary>The usual number of matches that one alert may have in one answer.</summary>
    public const int MaxMatches = 500;

    /// <summary>Returns the newest generation.</summary>
    /// <exception cref="IndexUnavailableException">There is no index.</exception>
    public async Task<Generation> NewestAsync(CancellationToken cancellation) => (await searcher.SearchAsync(
        new QueryPlan { Query = new Query.Everything(), PageSize = 0, Totals = TotalKinds.None, Detail = HitDetail.Id },
        ArticleScope.Everything, cancellation)).Generation;

    /// <summary>
    /// Matches alerts one by one; an alert that fails has its error in its answer. An alert that no arrival can match, since none has a
    /// word that it requires, has no answer: thousands of alerts cost little more than those that match.
    /// </summary>
    /// <param name="newest">The generation to answer from.</param>
    /// <exception cref="GenerationExpiredException">The generation is no longer kept; take a newer one.</exception>
    /// <exception cref="GenerationUnknownException">The index never passed the generation of the position: it was built anew.</exception>
    public async IAsyncEnumerable<AlertAnswer> MatchAsync(
        IEnumerable<Alert> alerts, AlertPosition position, Generation newest, ArticleScope scope,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Alert> all = [.. alerts];
        var mayMatch = await searcher.MayMatchAsync(
            all.ConvertAll(alert => alert.Query ?? new Query.Everything()), position.Passed, newest, scope, cancellation);
        for (var i = 0; i < all.Count; i++)
        {
            if (mayMatch[i])
                yield return await MatchAsync(all[i], position, newest, scope, cancellation);
        }
    }

    private async Task<AlertAnswer> MatchAsync(
        Alert alert, AlertPosition position, Generation newest, ArticleScope scope, CancellationToken cancellation)
    {
        if (alert.Query is not { } query)
            return new AlertAnswer(alert, [], newest.Number, alert.Error);
        // Only a watcher that is behind the creation of an alert has to leave arrivals out.
        if (alert.Since.Number > position.Arrival)
            query = new Query.And([query, new Query.ArrivedAfter(alert.Since)]);
        try
        {
            var page = await FindAsync(query, alert, position, newest, scope, cancellation);
            AlertMatch[] matches =
                [.. page.Hits.Select(hit => new AlertMatch(alert, ArrivalOf(hit), hit.Article!)).Where(match => position.IsBefore(match))];
            return new AlertAnswer(alert, matches, page.Next is null ? newest.Number : ArrivalOf(page.Hits[^1]));
        }
        catch (QueryTooExpensiveException e)
        {
            return new AlertAnswer(alert, [], newest.Number, e.Error);
        }
    }

    private async Task<HitPage> FindAsync(
        Query query, Alert alert, AlertPosition position, Generation newest, ArticleScope scope, CancellationToken cancellation)
    {
        try
        {
            return await searcher.SearchAsync(PlanFor(query, position, newest), scope, cancellation);
        }
        catch (GenerationUnknownException e) when (e.Asked == alert.Since && alert.Since != position.Passed)
        {
            // The index was built anew since: all that it has arrived later.
            return await searcher.SearchAsync(PlanFor(alert.Query!, position, newest), scope, cancellation);
        }
    }

    /// <summary>
    /// The articles that arrived after the position; and the one at the position, as long as greater alerts may match it.
    /// </summary>
    private QueryPlan PlanFor(Query query, AlertPosition position, Generation newest) => new()
    {
        Query = new Query.And([query, new Query.ArrivedAfter(position.Passed)]),
        Order = HitOrder.Arrived,
        PageSize = maxMatches,
        Generation = newest,
        After = position.Arrival > position.Passed.Number ? CursorAt(position, newest) : null,
        Totals = TotalKinds.None,
        Detail = HitDetail.Heading,
    };

    /// <summary>No two articles arrive together, so that an id only tells whether the cursor stands before or behind the article.</summary>
    private static PageCursor CursorAt(AlertPosition position, Generation newest) =>
        new(newest, -position.Arrival, position.Alert == int.MaxValue ? BehindAllIds : "");

    private static long ArrivalOf(Hit hit) => -hit.Cursor!.SortKey;
}
