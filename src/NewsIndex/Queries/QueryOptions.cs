namespace NewsIndex.Queries;

/// <summary>Options for reading typed text.</summary>
public sealed record QueryOptions
{
    public static QueryOptions Default { get; } = new();

    public DefaultOperator DefaultOperator { get; init; }
    public QueryLimits Limits { get; init; } = QueryLimits.Default;
    public QuerySyntax Syntax { get; init; }

    /// <summary>Repairs mistakes where the meaning is kept, with a notice, rather than refusing the text.</summary>
    public bool IsForgiving { get; init; }

    /// <summary>The time of <c>now</c>; null refuses relative dates.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Time zone in which relative dates are rounded to; UTC by default.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
