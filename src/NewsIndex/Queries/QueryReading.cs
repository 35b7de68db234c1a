namespace NewsIndex.Queries;

/// <summary>The result of reading a query: a query or an error.</summary>
/// <param name="Query">Null exactly when there is an error.</param>
/// <param name="Notices">Sentences about how the text was read.</param>
public sealed record QueryReading(Query? Query, QueryError? Error, IReadOnlyList<string> Notices)
{
    /// <summary>True if the query has a relative date, so that the same text means another query tomorrow.</summary>
    public bool DependsOnNow { get; init; }
}
