using Lucene.Net.Search;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Results;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Aggregates all hits of a query in one generation.</summary>
internal sealed class AggregateSearch(
    IndexSnapshot snapshot, RankedSearch search, EntityCorrections corrections, CancellationToken cancellation)
{
    public Aggregation Count(AggregatePlan plan)
    {
        var query = Narrowed(plan, null);
        var lucene = search.Translate(query, cancellation);
        var found = ArticleSet.Of(snapshot.Searcher, lucene.Query, cancellation);
        var articles = plan.Query.WantsCopiesOnce ? found.OncePerText(snapshot.Reader, cancellation) : found;
        var occurrences = plan.WithOccurrences ? OccurrenceCounter.Count(snapshot.Reader, articles, lucene, cancellation) : null;
        var dates = DateCondition.Of(query);
        var lookup = new EntityLookup(new IndexedNames(snapshot.Reader), corrections);
        var counter = new FacetCounter(snapshot.Reader, lookup, corrections, cancellation);
        return new Aggregation(
            TotalCounter.Count(snapshot.Reader, found, TotalKinds.All), snapshot.Generation, lucene.Entities, lucene.Notices)
        {
            Facets = [.. plan.Facets.Select(field => counter.Count(SetFor(plan, field, articles), field, plan.Limit))],
            Timeline = plan.Timeline is { } timeline
                ? new TimelineCounter(snapshot.Reader, timeline, cancellation)
                    .Count(articles, occurrences, timeline.WithArchive ? Archive(plan, dates) : null, dates)
                : null,
            Terms = plan.WithTerms ? new TermCounter(snapshot).Count(articles, plan.Limit, cancellation) : null,
            Empty = articles.Count == 0 ? search.WhyEmpty(query, cancellation) : null,
            Occurrences = occurrences is null
                ? null
                : (occurrences.Sum(segment => segment.Values.Sum(count => (long)count)), WordsOf(articles)),
        };
    }

    /// <summary>Counts a facet without the filters on the same facet, so that alternatives keep their counts.</summary>
    private ArticleSet SetFor(AggregatePlan plan, FacetField field, ArticleSet articles) =>
        plan.Selections.Any(selection => selection.Field == field) ? SetOf(plan, Narrowed(plan, field)) : articles;

    /// <summary>Selects the hits of a query; if the plan shows each text once, the earliest article of each group.</summary>
    private ArticleSet SetOf(AggregatePlan plan, Query query)
    {
        var found = ArticleSet.Of(snapshot.Searcher, search.Translate(query, cancellation).Query, cancellation);
        return plan.Query.WantsCopiesOnce ? found.OncePerText(snapshot.Reader, cancellation) : found;
    }

    private static Query Narrowed(AggregatePlan plan, FacetField? except)
    {
        var selected = plan.Selections.Where(selection => selection.Field != except && selection.Values.Count > 0)
            .Select(
                selection => selection.Values.Count == 1
                    ? Picked(selection.Field, selection.Values[0])
                    : new Query.Or([.. selection.Values.Select(value => Picked(selection.Field, value))]))
            .ToList();
        return selected.Count == 0 ? plan.Query : new Query.And([.. plan.Query is Query.And and ? and.Clauses : [plan.Query], .. selected]);
    }

    private static Query Picked(FacetField field, string value) => field switch
    {
        FacetField.Person => new Query.Mentions(value, EntityType.Person),
        FacetField.Organization => new Query.Mentions(value, EntityType.Organization),
        FacetField.Place => new Query.Mentions(value, EntityType.Place),
        _ when value.Length == 0 => new Query.Not(new Query.Labelled(FacetCounter.LabelOf(field), null)),
        _ => new Query.Labelled(FacetCounter.LabelOf(field), value),
    };

    /// <summary>Selects the denominator of shares; a period at the edge of a date range is divided by the part inside the range.</summary>
    private ArticleSet Archive(AggregatePlan plan, DateCondition? dates) => SetOf(plan, dates?.Query ?? new Query.Everything());

    private long WordsOf(ArticleSet articles)
    {
        long words = 0;
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var counts = leaf.AtomicReader.GetNumericDocValues(IndexFields.WordCount);
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                words += counts.Get(doc);
        }

        return words;
    }
}
