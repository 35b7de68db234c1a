using NewsIndex.Queries;

namespace NewsIndex.Hits;

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

/// <summary>Values of one facet that were picked; an article has one of them.</summary>
/// <param name="Values">As <see cref="FacetValue.Id"/> has them; the empty one for articles without any.</param>
public sealed record FacetSelection(FacetField Field, IReadOnlyList<string> Values);

/// <param name="TimeZone">Whose days and hours count for articles with a time; null for the days of the place that wrote each date.</param>
/// <param name="WithArchive">Whether to count all articles of the archive in each period too, and their words.</param>
public sealed record TimelinePlan(TimelineInterval Interval, TimeZoneInfo? TimeZone = null, bool WithArchive = false);
