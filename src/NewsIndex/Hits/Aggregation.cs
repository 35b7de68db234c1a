using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsIndex.Hits;

/// <summary>What articles may be counted by.</summary>
public enum FacetField
{
    Source,
    Language,
    Person,
    Organization,
    Place,
}

public enum TimelineInterval
{
    Year,
    Month,
    Day,
}

/// <param name="Id">The entity's id; the name itself for sources and languages; empty for articles that have none.</param>
/// <param name="Name">To show.</param>
/// <param name="Articles">Articles of the result that have it, exactly.</param>
public sealed record FacetValue(string Id, string Name, long Articles);

/// <param name="Values">Most articles first, then by id.</param>
/// <param name="Distinct">How many values there are in all.</param>
public sealed record Facet(FacetField Field, IReadOnlyList<FacetValue> Values, int Distinct);

/// <param name="Start">The period, as precise as its interval.</param>
public sealed record TimelineBucket(PartialDate Start, long Articles);

/// <param name="Buckets">In order, without gaps from the first that has articles to the last.</param>
/// <param name="Imprecise">Articles whose date is less precise than the interval, and so in no bucket.</param>
public sealed record Timeline(IReadOnlyList<TimelineBucket> Buckets, long Undated, long Imprecise);

/// <summary>Counts over all that a query finds.</summary>
public sealed record Aggregation(long Total, IReadOnlyList<Facet> Facets, Timeline? Timeline, Generation Generation, IReadOnlyList<EntityReading> Entities, IReadOnlyList<string> Notices);
