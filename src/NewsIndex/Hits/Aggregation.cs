using NewsIndex.Entities;

namespace NewsIndex.Hits;

/// <summary>Counts over all that a query finds.</summary>
public sealed record Aggregation(long Total, IReadOnlyList<Facet> Facets, Timeline? Timeline, Generation Generation, IReadOnlyList<EntityReading> Entities, IReadOnlyList<string> Notices);
