namespace NewsIndex.Queries;

/// <summary>How a typed query was read: a query, or an error.</summary>
/// <param name="Query">Null exactly when there is an error.</param>
/// <param name="Notices">What the reader should know of how it was read, as sentences.</param>
public sealed record QueryReading(Query? Query, QueryError? Error, IReadOnlyList<string> Notices)
{
    /// <summary>Whether some date was told from today, so that the same text means another query tomorrow.</summary>
    public bool DependsOnNow { get; init; }
}
