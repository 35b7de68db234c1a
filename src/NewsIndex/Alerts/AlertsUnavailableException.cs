namespace NewsIndex.Alerts;

/// <summary>The alerts of an index cannot be read or written. The message names no path.</summary>
public sealed class AlertsUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True if nothing can be written there, so that a retry is pointless.</summary>
    public bool IsReadOnly { get; init; }
}
