using NewsIndex.Queries;
using NewsIndex.Results;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes counts as messages.</summary>
internal static class AggregateReplies
{
    public static V1.AggregateResponse From(Aggregation counted, AggregatePlan plan, IReadOnlyList<string> notices)
    {
        var reply = new V1.AggregateResponse
        {
            Total = SearchReplies.From(counted.Total, TotalKinds.All),
            Facets = { counted.Facets.Select(From) },
            Generation = counted.Generation.ToString(),
            CanonicalQuery = plan.Query.ToString(),
            Notices = { ReadingReplies.Notices(notices, EmptyReplies.Notices(counted.Notices, counted.Empty), plan.Query) },
            EmptyResult = EmptyReplies.From(counted.Empty),
            Entities = { counted.Entities.Select(EntityReplies.From) },
        };
        if (counted.Timeline is { } timeline)
            reply.Timeline = From(timeline);
        if (counted.Terms is { } terms)
            reply.Terms = From(terms);
        if (counted.Occurrences is { } occurrences)
            reply.Occurrences = new V1.Occurrences { Matches = occurrences.Matches, Words = occurrences.Words };
        return reply;
    }

    private static V1.Timeline From(Timeline timeline) => new()
    {
        Buckets = { timeline.Buckets.Select(From) },
        Undated = timeline.Undated,
        Imprecise = timeline.Imprecise,
    };

    private static V1.Terms From(DistinctiveTerms terms) => new()
    {
        Sample = terms.Sample,
        Top = { terms.Top.Select(From) },
        Distinctive = { terms.Distinctive.Select(From) },
    };

    private static V1.TimelineBucket From(TimelineBucket bucket) => new()
    {
        Start = bucket.Start.ToString(),
        Articles = bucket.Articles,
        Occurrences = bucket.Occurrences,
        ArchiveArticles = bucket.ArchiveArticles,
        ArchiveWords = bucket.ArchiveWords,
        PerThousand = bucket.ArchiveArticles == 0 ? 0 : 1000.0 * bucket.Articles / bucket.ArchiveArticles,
        Partial = bucket.IsPartial,
    };

    private static V1.TermCount From(TermCount term) =>
        new() { Word = term.Word, Articles = term.Articles, ArchiveArticles = term.ArchiveArticles, Significance = term.Significance };

    /// <summary>Sends the relation of approximate counts only: exact facets are the rule and go without one.</summary>
    private static V1.Facet From(Facet facet)
    {
        var message = new V1.Facet
        {
            Field = facet.Field.ToString().ToLowerInvariant(),
            Distinct = facet.Distinct,
            Values = { facet.Values.Select(value => new V1.FacetValue { Id = value.Id, Name = value.Name, Articles = value.Articles }) },
        };
        if (facet.Relation != CountRelation.Exact)
            message.Relation = SearchReplies.From(facet.Relation);
        return message;
    }
}
