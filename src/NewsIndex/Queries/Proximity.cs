namespace NewsIndex.Queries;

/// <summary>The unit of a proximity.</summary>
public enum ProximityUnit
{
    /// <summary>A number of words.</summary>
    Words,
    Sentence,
    Paragraph,
}

/// <summary>The maximum distance of two clauses. Words of headline and body are never near one another.</summary>
/// <param name="Distance">For words: 1 is side by side, up to <see cref="QueryLimits.Distance"/>. 0 for the other units.</param>
/// <param name="IsOrdered">Whether the left clause must come first.</param>
public readonly record struct Proximity(ProximityUnit Unit, int Distance, bool IsOrdered)
{
    public static Proximity Words(int distance, bool isOrdered = false) => new(ProximityUnit.Words, distance, isOrdered);

    /// <summary><c>NEAR/5</c>, <c>PRE/5</c>, <c>W/S</c>, <c>W/P</c>, <c>PRE/S</c> or <c>PRE/P</c>.</summary>
    public override string ToString() => (Unit, IsOrdered) switch
    {
        (ProximityUnit.Words, false) => $"NEAR/{Distance}",
        (ProximityUnit.Words, true) => $"PRE/{Distance}",
        (var unit, var ordered) => (ordered ? "PRE/" : "W/") + (unit == ProximityUnit.Sentence ? "S" : "P"),
    };
}
