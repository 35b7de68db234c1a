namespace CommandLines;

/// <summary>A file that cannot be read or written, with its name and the reason in one sentence.</summary>
public sealed class FileFailedException(string message, Exception? inner = null) : Exception(message, inner);
