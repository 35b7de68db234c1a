namespace NewsIndex.Generations;

/// <summary>There is no index, or this version cannot read it. The message has the reason and a remedy.</summary>
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
