namespace NewsIndex.Queries;

/// <summary>How typed text is to be read.</summary>
public sealed record QueryOptions
{
    public static QueryOptions Default { get; } = new();

    public DefaultOperator DefaultOperator { get; init; }
    public QueryLimits Limits { get; init; } = QueryLimits.Default;
    public QuerySyntax Syntax { get; init; }

    /// <summary>A mistake is mended where it can be, with a notice, rather than refused.</summary>
    public bool IsForgiving { get; init; }

    /// <summary>What <c>now</c> means; null where there is no now, and relative dates are refused.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Whose days relative dates are rounded to; UTC by default.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
