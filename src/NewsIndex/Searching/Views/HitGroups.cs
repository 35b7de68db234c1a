using NewsIndex.Results;

namespace NewsIndex.Searching.Views;

/// <summary>Counts over all hits of a query; what the request does not ask for is empty or null.</summary>
internal sealed record HitGroups(HitTotal Total, IReadOnlyList<Facet> Facets, Timeline? Timeline)
{
    /// <summary>Occurrences of the query, and words of its hits.</summary>
    public (long Matches, long Words)? Occurrences { get; init; }

    public IReadOnlyList<RankedHit> Sample { get; init; } = [];
}
