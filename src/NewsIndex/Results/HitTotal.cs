namespace NewsIndex.Results;

/// <summary>The exact number of hits of a query; a number that the plan does not ask for may be 0.</summary>
/// <param name="Texts">Articles with near-duplicates counted once.</param>
/// <param name="Sources">Distinct sources; articles without a source are not counted.</param>
public sealed record HitTotal(long Articles, long Texts, long Sources);
