namespace NewsIndex.Queries;

/// <summary>The length of the periods of a timeline.</summary>
public enum TimelineInterval
{
    Year,
    Month,

    /// <summary>From Monday to Sunday.</summary>
    Week,
    Day,
    Hour,
}
