namespace NewsIndex.Alerts;

/// <summary>An owner, or an index, has as many alerts as it may have.</summary>
public sealed class TooManyAlertsException(int limit, string message) : Exception(message)
{
    public int Limit => limit;
}
