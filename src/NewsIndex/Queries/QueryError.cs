namespace NewsIndex.Queries;

/// <summary>The kind of a query error.</summary>
public enum QueryErrorCode
{
    Syntax,
    UnknownField,
    BadDate,
    TooExpensive,
}

/// <summary>The error of a query, with its position.</summary>
/// <param name="Offset">The offset in the typed text, in UTF-16 code units from 0.</param>
/// <param name="Length">The length of the wrong part, at least 1 unless the text ends too early.</param>
/// <param name="Message">The mistake, a sentence without a full stop.</param>
/// <param name="Expected">The valid alternatives.</param>
/// <param name="Hint">The remedy; empty when <paramref name="Expected"/> says it all.</param>
public sealed record QueryError(QueryErrorCode Code, int Offset, int Length, string Message, string Expected, string Hint = "")
{
    /// <summary>The limit that was exceeded and the actual figure; null for other errors.</summary>
    public (long Limit, long Actual)? Budget { get; init; }

    /// <summary>
    /// The typed text with its mistakes repaired or removed, as an offer: it may mean something else. Null if no clause would be left, and
    /// beyond 10,000 characters.
    /// </summary>
    public string? Mended { get; init; }

    /// <summary>The change that makes the text readable; null to leave out the wrong part.</summary>
    internal QueryRepair? Repair { get; init; }

    /// <summary>The error of a query that exceeds a limit.</summary>
    public static QueryError TooMany(string what, int limit, int actual) =>
        new(QueryErrorCode.TooExpensive, 0, 0, $"the query has {actual} {what}", $"at most {limit}", "split it into several queries")
        {
            Budget = (limit, actual),
        };

    public override string ToString() =>
        $"{Message}, at {Offset}; expected {Expected}{(Hint.Length > 0 ? "; " + Hint : "")}";
}
