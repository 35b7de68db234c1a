namespace NewsIndex.Queries;

/// <summary>What kind of mistake a query has.</summary>
public enum QueryErrorCode
{
    Syntax,
    UnknownField,
    BadDate,
    TooExpensive,
}

/// <summary>Why a query cannot be answered, and where.</summary>
/// <param name="Offset">Where in the typed text, in UTF-16 code units from 0.</param>
/// <param name="Length">How much of it, at least 1 unless the text ends too early.</param>
/// <param name="Message">What is wrong, a sentence without a full stop.</param>
/// <param name="Expected">What would have been right there.</param>
/// <param name="Hint">What to do; empty when <paramref name="Expected"/> says it all.</param>
public sealed record QueryError(QueryErrorCode Code, int Offset, int Length, string Message, string Expected, string Hint = "")
{
    /// <summary>The limit that was passed, and by what; null for other errors.</summary>
    public (long Limit, long Actual)? Budget { get; init; }

    /// <summary>
    /// The typed text with its mistakes repaired or left out, to be offered: it may find something else than was meant. Null when nothing
    /// that selects is left of it, and beyond 10,000 characters.
    /// </summary>
    public string? Mended { get; init; }

    /// <summary>What to change in the text so that it can be read; null to leave out what is wrong.</summary>
    internal QueryRepair? Repair { get; init; }

    /// <summary>A query that has more of something than it may have.</summary>
    public static QueryError TooMany(string what, int limit, int actual) =>
        new(QueryErrorCode.TooExpensive, 0, 0, $"the query has {actual} {what}", $"at most {limit}", "split it into several queries")
        {
            Budget = (limit, actual),
        };

    public override string ToString() =>
        $"{Message}, at {Offset}; expected {Expected}{(Hint.Length > 0 ? "; " + Hint : "")}";
}
