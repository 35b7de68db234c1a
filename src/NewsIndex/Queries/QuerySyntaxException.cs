namespace NewsIndex.Queries;

/// <summary>Carries an error from where it is found to <see cref="QueryReader.Read"/>, which returns it as a value.</summary>
internal sealed class QuerySyntaxException(QueryError error) : Exception(error.Message)
{
    public QueryError Error { get; } = error;

    public static QuerySyntaxException TooExpensive(string what, int limit, int actual) =>
        new(QueryError.TooMany(what, limit, actual));
}
