namespace NewsIndex.Queries;

/// <summary>A running query exceeded a limit.</summary>
public sealed class QueryTooExpensiveException(QueryError error) : Exception(error.Message)
{
    public QueryError Error { get; } = error;
}
