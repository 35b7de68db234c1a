using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>Counts over all that a query finds.</summary>
public sealed record Aggregation(HitTotal Total,
    Generation Generation, IReadOnlyList<EntityReading> Entities, IReadOnlyList<string> Notices)
{
    public IReadOnlyList<Facet> Facets { get; init; } = [];
    public Timeline? Timeline { get; init; }
    public DistinctiveTerms? Terms { get; init; }

    /// <summary>Why there is nothing to count; null where there is something, or no more to say.</summary>
    public EmptyResult? Empty { get; init; }

    /// <summary>How often the query matches, and how many words the articles that it finds have; null unless asked for.</summary>
    public (long Matches, long Words)? Occurrences { get; init; }
}
