namespace NewsIndex.Entities;

/// <summary>The file of corrections cannot be read or written; the message says why and what to do.</summary>
public sealed class CorrectionsUnavailableException(string message, Exception inner) : Exception(message, inner);
