using System.ComponentModel.DataAnnotations;

namespace NewsIndex.Queries;

/// <summary>Limits of one query. A query beyond one is refused with the limit and the actual figure, never truncated.</summary>
public sealed record QueryLimits
{
    public static QueryLimits Default { get; } = new();

    /// <summary>
    /// Characters of one query, as typed and in its canonical form with all filters. 256 to 1,000,000; 65,536 by default: 64 for each of
    /// the clauses, which takes about half a second to read.
    /// </summary>
    [Range(256, 1_000_000)]
    public int Length { get; init; } = 65_536;

    /// <summary>Words, phrases, patterns and filters in one query. 1 to 100,000; 1,024 by default.</summary>
    [Range(1, 100_000)]
    public int Clauses { get; init; } = 1024;

    /// <summary>Parentheses and NOTs within one another. 1 to 256; 64 by default.</summary>
    [Range(1, 256)]
    public int Depth { get; init; } = 64;

    /// <summary>Maximum distance of a NEAR, slop of a phrase and count of an ATLEAST. 1 to 100,000; 1,000 by default.</summary>
    [Range(1, 100_000)]
    public int Distance { get; init; } = 1000;

    /// <summary>Words of the index that one pattern may match. 1 to 1,000,000; 10,000 by default.</summary>
    [Range(1, 1_000_000)]
    public int ExpandedTerms { get; init; } = 10_000;

    /// <summary>
    /// Words of the index that one pattern may match where positions count, as in NEAR. 1 to 1,000,000; 2,000 by default.
    /// </summary>
    [Range(1, 1_000_000)]
    public int PlacedTerms { get; init; } = 2_000;

    /// <summary>Positions that one query may read. 1,000 to 1,000 million; 50 million by default: some seconds.</summary>
    [Range(typeof(long), "1000", "1000000000")]
    public long Positions { get; init; } = 50_000_000;
}
