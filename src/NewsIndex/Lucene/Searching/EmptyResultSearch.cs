using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsIndex.Suggesting;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>
/// Explains an empty result with the counts of similar queries. Runs for empty results only; each count is a search without hits, a few per
/// clause for at most <see cref="MaxClauses"/> clauses.
/// </summary>
internal sealed class EmptyResultSearch(IndexSnapshot snapshot, RankedSearch search, CancellationToken cancellation)
{
    private const int MaxClauses = 16;

    /// <summary>Maximum words of a phrase, or alternatives, that are counted one by one.</summary>
    private const int MaxParts = 16;
    private const int MaxWidened = 4;

    /// <summary>
    /// Returns null for queries limited to new articles, which are usually empty, and when a time or cost limit is reached.
    /// </summary>
    public EmptyResult? Explain(Query query)
    {
        try
        {
            return AsksForNews(query) || snapshot.Reader.NumDocs == 0 ? null : Explained(query);
        }
        catch (Exception e) when (e is OperationCanceledException or QueryTooExpensiveException)
        {
            return null;
        }
    }

    private static bool AsksForNews(Query query) => query is Query.ArrivedAfter || query.Parts.Any(AsksForNews);

    private EmptyResult Explained(Query query)
    {
        List<Query> all = [.. QueryClauses.Required(query)];
        var counted = Counted(all);
        var alone = counted.ToDictionary(clause => clause, Count);
        List<Query> absent = [.. counted.Where(clause => alone[clause] == 0)];
        var clauses =
            counted.ConvertAll(clause =>
            new ClauseCount(Text(clause), alone[clause], absent.Exists(other => other != clause) ? 0 : Count(Without(all, [clause]))));
        var leftOut = LeftOut(all, counted, absent, clauses);
        return new EmptyResult(
            clauses,
            [.. absent.Where(clause => clause is not Query.Not).SelectMany(Missing).Select(Text).Distinct(StringComparer.Ordinal)],
            [.. Respelt(query), .. Widened(all, counted), .. leftOut]);
    }

    /// <summary>Returns the clauses that must match; stop words count only if there are no others.</summary>
    private List<Query> Counted(List<Query> all)
    {
        var asking = all.Where(clause => clause is not (Query.CopiesOnce or Query.Everything)).ToList();
        var required = asking.Where(clause => search.Requires(clause, cancellation)).ToList();
        return [.. (required.Count > 0 ? required : asking).Distinct().Take(MaxClauses)];
    }

    private IEnumerable<Query> Missing(Query clause)
    {
        var smaller = QueryClauses.Needed(clause).Where(part => search.Requires(part, cancellation)).Take(MaxParts)
            .Where(part => Count(part) == 0).SelectMany(Missing).ToList();
        return smaller.Count > 0 ? smaller : [clause];
    }

    private IEnumerable<Alternative> Respelt(Query query) =>
        new SpellingCorrector(new IndexedSpellings(snapshot.Reader, cancellation), Count).Correct(query, 0) is { } correction
            ? [new Alternative(AlternativeChange.Spelling, [], "", correction.Query, correction.Articles)]
            : [];

    private IEnumerable<Alternative> Widened(List<Query> all, List<Query> counted) =>
        counted.SelectMany(clause => Wider(clause).Select(wider => (Clause: clause, Wider: wider))).Take(MaxWidened)
            .Select(each =>
                Found(AlternativeChange.Widened, [each.Clause], Text(each.Wider),
                QueryClauses.Joined(all.ConvertAll(clause => clause == each.Clause ? each.Wider : clause))))
            .OfType<Alternative>();

    private IEnumerable<Query> Wider(Query clause) => clause switch
    {
        Query.Labelled { Label: ArticleLabel.Source, Value: { } name } when Count(clause) == 0 =>
            SourceDictionary.Of(snapshot.Reader).Like(LabelFields.Normalise(name))
                .Select(source => new Query.Labelled(ArticleLabel.Source, source)).Take(1),
        Query.Labelled { Label: not ArticleLabel.Language, Value: { } part } label when Count(clause) == 0 => Whole(label.Label, part),
        _ => QueryClauses.Wider(clause) is { } wider ? [wider] : [],
    };

    /// <summary>Returns the most frequent label that contains some words, such as an author with that family name.</summary>
    private IEnumerable<Query> Whole(ArticleLabel label, string part)
    {
        var (indexed, written) = LabelFields.Of(label);
        var words = $" {LabelFields.Normalise(label, part)} ";
        return snapshot.Reader.Leaves.SelectMany(leaf => ValueColumn.Of(leaf.AtomicReader, written).Values)
            .GroupBy(value => LabelFields.Normalise(label, value), StringComparer.Ordinal)
            .Where(group => $" {group.Key} ".Contains(words, StringComparison.Ordinal))
            .OrderByDescending(group => snapshot.Reader.DocFreq(new Term(indexed, group.Key)))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(1).Select(group => new Query.Labelled(label, group.First()));
    }

    /// <summary>Returns the query without one clause or, if none is enough, without the fewest clauses; keeps the first ones.</summary>
    private List<Alternative> LeftOut(List<Query> all, List<Query> counted, List<Query> absent, List<ClauseCount> clauses)
    {
        var single = counted.Where((_, i) => clauses[i].Without > 0).Select(clause => LeftOut(all, [clause])).OfType<Alternative>()
            .ToList();
        if (single.Count > 0 || counted.Count < 3 || counted.Count == absent.Count)
            return single;
        List<Query> kept = [];
        foreach (var clause in counted.Except(absent))
        {
            if (kept.Count == 0 || Count(QueryClauses.Joined([.. kept, clause])) > 0)
                kept.Add(clause);
        }

        return LeftOut(all, [.. counted.Where(clause => !kept.Contains(clause))]) is { } rest ? [rest] : [];
    }

    /// <summary>Returns null if only filters remain: their hits match nothing that was searched for.</summary>
    private Alternative? LeftOut(List<Query> all, List<Query> clauses) =>
        Rest(all, clauses) is var rest && rest.All(QueryClauses.IsFilter)
            ? null
            : Found(AlternativeChange.LeftOut, clauses, "", QueryClauses.Joined(rest));

    private Alternative? Found(AlternativeChange change, List<Query> clauses, string replacement, Query query) =>
        Count(query) is var articles and > 0
            ? new Alternative(change, clauses.ConvertAll(Text), replacement, query.ToString(), articles)
            : null;

    private static Query Without(List<Query> all, List<Query> clauses) => QueryClauses.Joined(Rest(all, clauses));

    private static List<Query> Rest(List<Query> all, List<Query> clauses) => [.. all.Where(clause => !clauses.Contains(clause))];

    private static string Text(Query clause) => clause is Query.Compound ? $"({clause})" : clause.ToString();

    private long Count(Query query)
    {
        cancellation.ThrowIfCancellationRequested();
        var count = new TotalHitCountCollector();
        snapshot.Searcher.Search(search.Translate(query, cancellation).Query, count);
        return count.TotalHits;
    }
}
