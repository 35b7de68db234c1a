using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <param name="Id">The entity's id; the name itself for labels such as sources; empty for articles that have none.</param>
/// <param name="Name">The name to display.</param>
/// <param name="Articles">The exact number of articles with the value.</param>
public sealed record FacetValue(string Id, string Name, long Articles);

/// <param name="Values">Most articles first, then by id.</param>
/// <param name="Distinct">The number of distinct values.</param>
public sealed record Facet(FacetField Field, IReadOnlyList<FacetValue> Values, int Distinct);
