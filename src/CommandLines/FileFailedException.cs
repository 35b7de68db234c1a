namespace CommandLines;

/// <summary>A file cannot be read or written. The message has its name and the reason in one sentence.</summary>
public sealed class FileFailedException(string message, Exception? inner = null) : Exception(message, inner);
