using NewsIndex.Queries;

namespace NewsIndex.Searching.Views;

/// <summary>What to count of all hits of a query.</summary>
/// <param name="CopiesOnce">True to count the earliest of near-duplicates; totals count all of them.</param>
internal sealed record GroupRequest(bool CopiesOnce)
{
    /// <summary>Kinds of totals; none by default.</summary>
    public TotalKinds Totals { get; init; }

    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Maximum values of each facet.</summary>
    public int Limit { get; init; }

    /// <summary>Null for no timeline.</summary>
    public TimelinePlan? Timeline { get; init; }

    /// <summary>Dates of the query, which decide which periods are partial; null for none.</summary>
    public DateCondition? Dates { get; init; }

    /// <summary>Articles that the timeline compares with; null for none.</summary>
    public ITranslatedQuery? Archive { get; init; }

    /// <summary>True to count occurrences of the query besides articles.</summary>
    public bool WithOccurrences { get; init; }

    /// <summary>
    /// Maximum hits of a sample; 0 for none. It must depend on the articles that are found alone, not on how the index was written.
    /// </summary>
    public int Sample { get; init; }
}
