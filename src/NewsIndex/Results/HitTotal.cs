namespace NewsIndex.Results;

/// <summary>Number of hits of a query; a number that the plan does not ask for may be 0.</summary>
/// <param name="Texts">Articles with near-duplicates counted once.</param>
/// <param name="Sources">Distinct sources; articles without a source are not counted.</param>
public sealed record HitTotal(long Articles, long Texts, long Sources)
{
    /// <summary>Relation of the least precise of the three numbers; exact by default.</summary>
    public CountRelation Relation { get; init; } = CountRelation.Exact;
}
