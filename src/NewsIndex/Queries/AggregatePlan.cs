using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>What to count of all that a query finds.</summary>
public sealed record AggregatePlan
{
    public required Query Query { get; init; }
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Values of each facet, and terms; 1 or more.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>
    /// Values that were picked of facets. They narrow everything but the facet that they are of: there, what else could be picked is still
    /// counted.
    /// </summary>
    public IReadOnlyList<FacetSelection> Selections { get; init; } = [];

    /// <summary>Null for none.</summary>
    public TimelinePlan? Timeline { get; init; }

    /// <summary>Whether to say which words tell the result from the whole archive.</summary>
    public bool WithTerms { get; init; }

    /// <summary>Whether to count how often the query matches, besides in how many articles.</summary>
    public bool WithOccurrences { get; init; }

    /// <summary>The state of the index to answer from; null for the newest.</summary>
    public Generation? Generation { get; init; }
}
