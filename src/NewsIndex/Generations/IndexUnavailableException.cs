namespace NewsIndex.Generations;

/// <summary>There is no index to read, or not one that this version can read. The message says which, and what to do.</summary>
public sealed class IndexUnavailableException : Exception
{
    public IndexUnavailableException(string message)
        : base(message)
    {
    }

    public IndexUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
