using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <param name="Id">The entity's id; the name itself for labels such as sources; empty for articles that have none.</param>
/// <param name="Name">The name to display.</param>
/// <param name="Articles">Number of articles with the value; see <see cref="Facet.Relation"/>.</param>
public sealed record FacetValue(string Id, string Name, long Articles);

/// <summary>Articles of a result by the values of a field.</summary>
/// <param name="Values">Most articles first, then by id.</param>
/// <param name="Distinct">Number of distinct values.</param>
public sealed record Facet(FacetField Field, IReadOnlyList<FacetValue> Values, int Distinct)
{
    /// <summary>
    /// Relation of the least precise of the numbers, those of the values and that of distinct values; exact by default. An engine that
    /// merges the first values of several shards counts approximately.
    /// </summary>
    public CountRelation Relation { get; init; } = CountRelation.Exact;
}
