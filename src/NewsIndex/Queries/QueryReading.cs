namespace NewsIndex.Queries;

/// <summary>How a typed query was read: a query, or an error.</summary>
/// <param name="Query">Null exactly when there is an error.</param>
/// <param name="Notices">What the reader should know of how it was read, as sentences.</param>
public sealed record QueryReading(Query? Query, QueryError? Error, IReadOnlyList<string> Notices)
{
    /// <summary>Whether some date was told from today, so that the same text means another query tomorrow.</summary>
    public bool DependsOnNow { get; init; }

    private const int MostNotices = 50;

    /// <summary>Reads typed text in the syntax that the options name. Never throws: a mistake in the text is a value. Blank text asks for everything.</summary>
    public static QueryReading Of(string typed, QueryOptions options)
    {
        if (typed.Length > options.Limits.Length)
            return new QueryReading(null, QueryError.TooMany("characters", options.Limits.Length, typed.Length), []);
        var reading = ForgivingReader.Read(typed, options);
        return reading.Notices.Count <= MostNotices
            ? reading
            : reading with
            {
                Notices =
                [.. reading.Notices.Take(MostNotices), $"{reading.Notices.Count - MostNotices} more notices are not shown."]
            };
    }
}
