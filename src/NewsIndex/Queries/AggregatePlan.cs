using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>The counts to make over all hits of a query.</summary>
public sealed record AggregatePlan
{
    public required Query Query { get; init; }
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Maximum number of values of each facet and the most terms; 1 or more, 10 by default.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>
    /// Selected facet values. They restrict all counts except those of their own facet, where the alternatives are still counted.
    /// </summary>
    public IReadOnlyList<FacetSelection> Selections { get; init; } = [];

    /// <summary>Null counts no timeline.</summary>
    public TimelinePlan? Timeline { get; init; }

    /// <summary>True to list the words that distinguish the result from the archive.</summary>
    public bool WithTerms { get; init; }

    /// <summary>True to count occurrences besides articles.</summary>
    public bool WithOccurrences { get; init; }

    /// <summary>What to count of all hits; articles are always counted. All kinds by default; kinds that are not counted are 0.</summary>
    public TotalKinds Totals { get; init; } = TotalKinds.All;

    /// <summary>The generation to answer from; null for the newest.</summary>
    public Generation? Generation { get; init; }
}
