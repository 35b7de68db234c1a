namespace NewsIndex.Queries;

/// <summary>What one query may cost. Beyond a limit it is refused with the limit and the actual figure, never cut short.</summary>
public sealed record QueryLimits
{
    public static QueryLimits Default { get; } = new();

    /// <summary>Words, phrases, patterns and filters in one query. 1,024 by default.</summary>
    public int Clauses { get; init; } = 1024;

    /// <summary>Parentheses and NOTs within one another. 64 by default.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>The widest NEAR, the loosest phrase and the highest ATLEAST. 1,000 by default.</summary>
    public int Distance { get; init; } = 1000;

    /// <summary>Words of the archive that one pattern may stand for. 10,000 by default.</summary>
    public int ExpandedTerms { get; init; } = 10_000;

    /// <summary>Words of the archive that one pattern may stand for where their places count, as in NEAR. 2,000 by default.</summary>
    public int PlacedTerms { get; init; } = 2_000;

    /// <summary>Places of words that one query may look at. 50 million by default: some seconds.</summary>
    public long Positions { get; init; } = 50_000_000;
}
