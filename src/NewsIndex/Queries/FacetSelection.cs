using NewsIndex.Results;

namespace NewsIndex.Queries;

/// <summary>Selected values of one facet; an article must have one of them.</summary>
/// <param name="Values">As <see cref="FacetValue.Id"/> has them; the empty one for articles without any.</param>
public sealed record FacetSelection(FacetField Field, IReadOnlyList<string> Values);
