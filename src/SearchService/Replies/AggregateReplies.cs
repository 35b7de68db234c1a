using NewsIndex.Hits;
using NewsIndex.Queries;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Counts as they are sent.</summary>
internal static class AggregateReplies
{
    public static V1.AggregateResponse From(Aggregation counted, QueryPlan plan, IReadOnlyList<string> notices)
    {
        var reply = new V1.AggregateResponse
        {
            Total = new V1.Total { Value = counted.Total, Relation = V1.Total.Types.Relation.Exact },
            Facets = { counted.Facets.Select(From) },
            Generation = counted.Generation.ToString(),
            CanonicalQuery = plan.Query.ToString(),
            Notices = { notices, counted.Notices },
            Entities = { counted.Entities.Select(EntityReplies.From) },
        };
        if (counted.Timeline is { } timeline)
        {
            reply.Timeline = new V1.Timeline
            {
                Buckets = { timeline.Buckets.Select(bucket => new V1.TimelineBucket { Start = bucket.Start.ToString(), Articles = bucket.Articles }) },
                Undated = timeline.Undated,
                Imprecise = timeline.Imprecise,
            };
        }

        return reply;
    }

    private static V1.Facet From(Facet facet) => new()
    {
        Field = facet.Field.ToString().ToLowerInvariant(),
        Distinct = facet.Distinct,
        Values = { facet.Values.Select(value => new V1.FacetValue { Id = value.Id, Name = value.Name, Articles = value.Articles }) },
    };
}
