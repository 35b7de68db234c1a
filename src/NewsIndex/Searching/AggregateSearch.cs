using NewsIndex.Articles;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Aggregates all hits of a query.</summary>
internal sealed class AggregateSearch(IIndexView view, CancellationToken cancellation)
{
    /// <summary>Maximum articles whose words are read: more hardly change the result, and each takes a fraction of a millisecond.</summary>
    private const int MaxSample = 500;

    /// <summary>Articles that are read at a time.</summary>
    private const int ArticlesAtOnce = 50;

    public async Task<Aggregation> CountAsync(AggregatePlan plan)
    {
        var query = Narrowed(plan, null);
        var translated = await view.TranslateAsync(query, cancellation);
        var dates = DateCondition.Of(query);
        var request = new GroupRequest(plan.Query.WantsCopiesOnce)
        {
            Totals = plan.Totals | TotalKinds.Articles,
            Facets = [.. plan.Facets.Where(field => !IsSelected(plan, field))],
            Limit = plan.Limit,
            Timeline = plan.Timeline,
            Dates = dates,
            // A period at the edge of a date range is divided by the part inside the range.
            Archive = plan.Timeline is { WithArchive: true }
                ? await view.TranslateAsync(dates?.Query ?? new Query.Everything(), cancellation)
                : null,
            WithOccurrences = plan.WithOccurrences,
            Sample = plan.WithTerms ? MaxSample : 0,
        };
        var groups = await view.GroupAsync(translated, request, cancellation);
        var notices = await QueryNotices.OfAsync(view, translated, cancellation);
        return new Aggregation(groups.Total, view.Generation, translated.Entities, notices)
        {
            Facets = await FacetsAsync(plan, groups.Facets),
            Timeline = groups.Timeline,
            Terms = plan.WithTerms ? await TermsAsync(groups.Sample, plan.Limit) : null,
            Empty = groups.Total.Articles == 0 ? await new EmptyResultSearch(view, cancellation).ExplainAsync(query) : null,
            Occurrences = groups.Occurrences,
        };
    }

    private static bool IsSelected(AggregatePlan plan, FacetField field) => plan.Selections.Any(selection => selection.Field == field);

    /// <summary>Counts a facet without the filters on the same facet, so that alternatives keep their counts.</summary>
    private async ValueTask<IReadOnlyList<Facet>> FacetsAsync(AggregatePlan plan, IReadOnlyList<Facet> unselected)
    {
        var facets = new List<Facet>();
        foreach (var field in plan.Facets)
        {
            if (!IsSelected(plan, field))
            {
                facets.Add(unselected.First(facet => facet.Field == field));
                continue;
            }

            var request = new GroupRequest(plan.Query.WantsCopiesOnce) { Facets = [field], Limit = plan.Limit };
            var groups = await view.GroupAsync(
                await view.TranslateAsync(Narrowed(plan, field), cancellation), request, cancellation);
            facets.Add(groups.Facets[0]);
        }

        return facets;
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
        _ when value.Length == 0 => new Query.Not(new Query.Labelled(field.ToLabel(), null)),
        _ => new Query.Labelled(field.ToLabel(), value),
    };

    private async ValueTask<DistinctiveTerms> TermsAsync(IReadOnlyList<RankedHit> hits, int limit)
    {
        var sample = new TermSample();
        foreach (var some in hits.Chunk(ArticlesAtOnce))
        {
            foreach (var read in await view.FetchAsync(some, ArticleDetail.Body, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                sample.Add(ArticleWords.WithoutStopWords(read.Article));
            }
        }

        var words = sample.Candidates.ToList();
        var counts = await view.CountWordsAsync(words, cancellation);
        return sample.Terms(words.Zip(counts.With), counts.Archive, limit);
    }
}
