namespace NewsIndex.Entities;

/// <summary>
/// The file of corrections cannot be read or written; the message says why and what to do, without the folder it lies in.
/// </summary>
public sealed class CorrectionsUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Trying again does not help until somebody lets the file be written.</summary>
    public bool IsReadOnly { get; init; }
}
