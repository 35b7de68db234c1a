namespace NewsIndex.Queries;

/// <summary>A query turned out, while it ran, to cost more than a limit allows.</summary>
public sealed class QueryTooExpensiveException(QueryError error) : Exception(error.Message)
{
    public QueryError Error { get; } = error;
}
