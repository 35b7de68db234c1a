using NewsIndex.Queries;

namespace NewsIndex.QueryText;

/// <summary>Reads typed text into a query, in the syntax that the options name.</summary>
public static class QueryTextReader
{
    private const int MaxNotices = 50;

    /// <summary>Never throws: an error in the text is a value. Blank text matches everything.</summary>
    public static QueryReading Read(string typed, QueryOptions options)
    {
        if (typed.Length > options.Limits.Length)
            return new QueryReading(null, QueryError.TooMany("characters", options.Limits.Length, typed.Length), []);
        var reading = ForgivingReader.Read(typed, options);
        return reading.Notices.Count <= MaxNotices ? reading : reading with { Notices = Cut(reading.Notices) };
    }

    private static IReadOnlyList<string> Cut(IReadOnlyList<string> notices) =>
        [.. notices.Take(MaxNotices), $"{notices.Count - MaxNotices} more notices are not shown."];
}
