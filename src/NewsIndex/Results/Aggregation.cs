using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>Counts over all hits of a query.</summary>
public sealed record Aggregation(HitTotal Total,
    Generation Generation, IReadOnlyList<EntityReading> Entities, IReadOnlyList<string> Notices)
{
    public IReadOnlyList<Facet> Facets { get; init; } = [];
    public Timeline? Timeline { get; init; }
    public DistinctiveTerms? Terms { get; init; }

    /// <summary>The reason for an empty result; null for other results, or where nothing is known.</summary>
    public EmptyResult? Empty { get; init; }

    /// <summary>Occurrences of the query and words of its hits; null unless asked for.</summary>
    public (long Matches, long Words)? Occurrences { get; init; }
}
