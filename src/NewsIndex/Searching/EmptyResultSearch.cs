using NewsIndex.Queries;
using NewsIndex.Results;
using NewsIndex.Searching.Views;
using NewsIndex.Suggesting;

namespace NewsIndex.Searching;

/// <summary>
/// Explains an empty result with the counts of similar queries. Runs for empty results only; each count is a search without hits, a few per
/// clause for at most <see cref="MaxClauses"/> clauses.
/// </summary>
internal sealed class EmptyResultSearch(IIndexView view, CancellationToken cancellation)
{
    private const int MaxClauses = 16;

    /// <summary>Maximum words of a phrase, or alternatives, that are counted one by one.</summary>
    private const int MaxParts = 16;
    private const int MaxWidened = 4;

    /// <summary>Minimum words for an alternative with any of them; of two, each is offered without the other.</summary>
    private const int MinWordsForAny = 3;

    /// <summary>Maximum labels that are tried in the place of one.</summary>
    private const int MaxSimilar = 4;

    /// <summary>
    /// Returns null for queries limited to new articles, which are usually empty, and when a time or cost limit is reached.
    /// </summary>
    public async Task<EmptyResult?> ExplainAsync(Query query)
    {
        try
        {
            return AsksForNews(query) || view.IsEmpty ? null : await ExplainedAsync(query);
        }
        catch (Exception e) when (e is OperationCanceledException or QueryTooExpensiveException)
        {
            return null;
        }
    }

    private static bool AsksForNews(Query query) => query is Query.ArrivedAfter || query.Parts.Any(AsksForNews);

    private async Task<EmptyResult> ExplainedAsync(Query query)
    {
        List<Query> all = [.. QueryClauses.Required(query)];
        var searched = await SearchedAsync(all);
        List<Query> counted = [.. searched.Where(IsCounted).Distinct().Take(MaxClauses)];
        var alone = await CountAsync(counted);
        List<Query> absent = [.. counted.Where((_, i) => alone[i] == 0)];
        var clauses = await ClausesAsync(all, searched, counted, alone, absent);
        var missing = new List<Query>();
        foreach (var clause in absent.Where(clause => clause is not Query.Not))
            missing.AddRange(await MissingAsync(clause));
        var leftOut = await LeftOutAsync(searched, counted, absent, clauses);
        return new EmptyResult(
            clauses,
            [.. missing.Select(Text).Distinct(StringComparer.Ordinal)],
            [.. await RespeltAsync(query), .. await WidenedAsync(searched, counted), .. leftOut, .. await AnyWordAsync(searched)]);
    }

    /// <summary>Returns the clauses without the stop words that the search ignores: all of them, unless there are no other words.</summary>
    private async ValueTask<List<Query>> SearchedAsync(List<Query> all)
    {
        var required = await RequiredAsync([.. all.Where(IsCounted)]);
        return required.Count == 0 ? all : [.. all.Where(clause => !IsCounted(clause) || required.Contains(clause))];
    }

    private static bool IsCounted(Query clause) => clause is not (Query.CopiesOnce or Query.Everything);

    private async ValueTask<List<Query>> RequiredAsync(IReadOnlyList<Query> clauses)
    {
        var isRequired = await view.RequireAsync(clauses, cancellation);
        return [.. clauses.Where((_, i) => isRequired[i])];
    }

    /// <summary>A query without one clause finds nothing while another of its clauses finds nothing alone.</summary>
    private async ValueTask<List<ClauseCount>> ClausesAsync(
        List<Query> all, List<Query> searched, List<Query> counted, IReadOnlyList<long> alone, List<Query> absent)
    {
        // A word may be a stop word in one language only. Counts leave it out as alternatives do, unless there are no other words.
        Query Without(Query clause) =>
            QueryClauses.Joined(Rest(searched, [clause]) is var rest && rest.All(QueryClauses.IsFilter) ? Rest(all, [clause]) : rest);


        var countable = counted.Where(clause => !absent.Exists(other => other != clause)).ToList();
        var without = await CountAsync(countable.ConvertAll(Without));
        return [.. counted.Select((clause, i) =>
            new ClauseCount(Text(clause), alone[i], countable.IndexOf(clause) is var place and >= 0 ? without[place] : 0))];
    }

    private async ValueTask<List<Query>> MissingAsync(Query clause)
    {
        var needed = (await RequiredAsync(QueryClauses.Needed(clause))).Take(MaxParts).ToList();
        var counts = await CountAsync(needed);
        var smaller = new List<Query>();
        foreach (var part in needed.Where((_, i) => counts[i] == 0))
            smaller.AddRange(await MissingAsync(part));
        return smaller.Count > 0 ? smaller : [clause];
    }

    private async ValueTask<IReadOnlyList<Alternative>> RespeltAsync(Query query) =>
        await new SpellingCorrector(view, CountAsync, cancellation).CorrectAsync(query, 0) is { } correction
            ? [new Alternative(AlternativeChange.Spelling, [], "", correction.Query, correction.Articles)]
            : [];

    private async ValueTask<List<Alternative>> WidenedAsync(List<Query> all, List<Query> counted)
    {
        var alternatives = new List<Alternative>();
        foreach (var clause in counted.TakeWhile(_ => alternatives.Count < MaxWidened))
        {
            if (await WidenedAsync(all, clause) is { } alternative)
                alternatives.Add(alternative);
        }

        return alternatives;
    }

    /// <summary>Returns the query with the first wider form of a clause that gives it hits.</summary>
    private async ValueTask<Alternative?> WidenedAsync(List<Query> all, Query clause)
    {
        foreach (var wider in await WiderAsync(clause))
        {
            var query = QueryClauses.Joined(all.ConvertAll(each => each == clause ? wider : each));
            if (await FoundAsync(AlternativeChange.Widened, [clause], Text(wider), query) is { } alternative)
                return alternative;
        }

        return null;
    }

    /// <summary>Returns the query with any of its words in the place of all of them: a question has words that no article needs.</summary>
    private async ValueTask<IReadOnlyList<Alternative>> AnyWordAsync(List<Query> all)
    {
        List<Query> words = [.. all.Where(clause => clause is Query.Word).Distinct()];
        if (words.Count < MinWordsForAny)
            return [];
        var any = new Query.Or(words);
        var query = QueryClauses.Joined([any, .. Rest(all, words)]);
        return await FoundAsync(AlternativeChange.Widened, words, Text(any), query) is { } alternative ? [alternative] : [];
    }

    private async ValueTask<IEnumerable<Query>> WiderAsync(Query clause) => clause switch
    {
        Query.Labelled { Label: not ArticleLabel.Language, Value: { } typed } label when await CountAsync(clause) == 0 =>
            (await view.FindSimilarLabelsAsync(label.Label, typed, MaxSimilar, cancellation))
                .Select(similar => new Query.Labelled(label.Label, similar)),
        _ => QueryClauses.Wider(clause) is { } wider ? [wider] : [],
    };

    /// <summary>Returns the query without one clause or, if none is enough, without the fewest clauses; keeps the first ones.</summary>
    private async ValueTask<List<Alternative>> LeftOutAsync(
        List<Query> all, List<Query> counted, List<Query> absent, List<ClauseCount> clauses)
    {
        var single = new List<Alternative>();
        foreach (var clause in counted.Where((_, i) => clauses[i].Without > 0))
        {
            if (await LeftOutAsync(all, [clause]) is { } alternative)
                single.Add(alternative);
        }

        if (single.Count > 0 || counted.Count < 3 || counted.Count == absent.Count)
            return single;
        List<Query> kept = [];
        foreach (var clause in counted.Except(absent))
        {
            if (kept.Count == 0 || await CountAsync(QueryClauses.Joined([.. kept, clause])) > 0)
                kept.Add(clause);
        }

        return await LeftOutAsync(all, [.. counted.Where(clause => !kept.Contains(clause))]) is { } rest ? [rest] : [];
    }

    /// <summary>Returns null if only filters remain: their hits match nothing that was searched for.</summary>
    private async ValueTask<Alternative?> LeftOutAsync(List<Query> all, List<Query> clauses) =>
        Rest(all, clauses) is var rest && rest.All(QueryClauses.IsFilter)
            ? null
            : await FoundAsync(AlternativeChange.LeftOut, clauses, "", QueryClauses.Joined(rest));

    private async ValueTask<Alternative?> FoundAsync(AlternativeChange change, List<Query> clauses, string replacement, Query query) =>
        await CountAsync(query) is var articles and > 0
            ? new Alternative(change, clauses.ConvertAll(Text), replacement, query.ToString(), articles)
            : null;

    private static List<Query> Rest(List<Query> all, List<Query> clauses) => [.. all.Where(clause => !clauses.Contains(clause))];

    private static string Text(Query clause) => clause is Query.Compound ? $"({clause})" : clause.ToString();

    private async ValueTask<long> CountAsync(Query query) => (await CountAsync([query]))[0];

    private ValueTask<IReadOnlyList<long>> CountAsync(IReadOnlyList<Query> queries) => view.CountArticlesAsync(queries, cancellation);
}
