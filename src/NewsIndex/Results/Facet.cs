using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <param name="Id">The entity's id; the name itself for labels such as sources; empty for articles that have none.</param>
/// <param name="Name">To show.</param>
/// <param name="Articles">Articles of the result that have it, exactly.</param>
public sealed record FacetValue(string Id, string Name, long Articles);

/// <param name="Values">Most articles first, then by id.</param>
/// <param name="Distinct">How many values there are in all.</param>
public sealed record Facet(FacetField Field, IReadOnlyList<FacetValue> Values, int Distinct);
