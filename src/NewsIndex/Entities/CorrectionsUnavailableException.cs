namespace NewsIndex.Entities;

/// <summary>
/// The file of corrections cannot be read or written; the message says why and what to do, without the folder it lies in.
/// </summary>
public sealed class CorrectionsUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True if retrying does not help until someone makes the file writable.</summary>
    public bool IsReadOnly { get; init; }
}
