namespace NewsIndex.Results;

/// <summary>Relation of a count to the true number.</summary>
public enum CountRelation
{
    /// <summary>The count is the true number.</summary>
    Exact,

    /// <summary>The count is an estimate and may be above or below the true number.</summary>
    Approximate,
}
