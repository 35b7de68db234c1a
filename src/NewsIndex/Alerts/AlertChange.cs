namespace NewsIndex.Alerts;

/// <summary>An entry of the log of alerts.</summary>
/// <param name="Number">Number of the alert.</param>
internal abstract record AlertChange(int Number)
{
    internal sealed record Created(Alert Alert) : AlertChange(Alert.Number);

    /// <param name="By">Who deleted it; empty while access control is off.</param>
    internal sealed record Deleted(int Number, string By, DateTimeOffset At) : AlertChange(Number);
}
