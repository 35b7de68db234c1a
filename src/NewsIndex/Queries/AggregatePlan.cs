using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>The counts to make over all hits of a query.</summary>
public sealed record AggregatePlan
{
    public required Query Query { get; init; }
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>The most values of each facet and the most terms; 1 or more, 10 by default.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>
    /// Values that were picked of facets. They narrow everything but the facet that they are of: there, what else could be picked is still
    /// counted.
    /// </summary>
    public IReadOnlyList<FacetSelection> Selections { get; init; } = [];

    /// <summary>Null counts no timeline.</summary>
    public TimelinePlan? Timeline { get; init; }

    /// <summary>Whether to list the words that distinguish the result from the archive.</summary>
    public bool WithTerms { get; init; }

    /// <summary>Whether to count occurrences besides articles.</summary>
    public bool WithOccurrences { get; init; }

    /// <summary>The generation to answer from; null for the newest.</summary>
    public Generation? Generation { get; init; }
}
