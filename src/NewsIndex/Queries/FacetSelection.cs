using NewsIndex.Results;

namespace NewsIndex.Queries;

/// <summary>Values of one facet that were picked; an article has one of them.</summary>
/// <param name="Values">As <see cref="FacetValue.Id"/> has them; the empty one for articles without any.</param>
public sealed record FacetSelection(FacetField Field, IReadOnlyList<string> Values);
