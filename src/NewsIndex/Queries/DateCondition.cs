namespace NewsIndex.Queries;

/// <summary>The part of a query that restricts dates: it restricts the archive that counts are compared with.</summary>
/// <param name="Query">Made of dates, AND, OR and NOT alone. Every article that the whole query finds matches it.</param>
public sealed record DateCondition(Query Query)
{
    /// <summary>The condition of a query; null where the query does not restrict the date.</summary>
    public static DateCondition? Of(Query query) => DatesOf(query) is { } dates ? new DateCondition(dates) : null;

    /// <summary>Returns true if an article of exactly that day, no more and no less precise, matches.</summary>
    /// <param name="dayNumber">As <see cref="DateOnly.DayNumber"/>.</param>
    public bool AllowsDay(int dayNumber)
    {
        var start = new DateTimeOffset(DateOnly.FromDayNumber(dayNumber).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();
        return Allows(Query, dayNumber, start, start + (24 * 60 * 60) - 1);
    }

    /// <summary>Returns true if every moment of a period within one day matches.</summary>
    /// <param name="dayNumber">The day, for the dates that are whole days.</param>
    /// <param name="first">The first second, counted from 1970 in UTC, for dates with a time.</param>
    /// <param name="last">The last second, included.</param>
    public bool AllowsMoments(int dayNumber, long first, long last) => Allows(Query, dayNumber, first, last);

    /// <summary>The first and the last day that can match; null unless both ends are given.</summary>
    public (int First, int Last)? Days =>
        DaysOf(Query) is { First: > 0 } days && days.First <= days.Last && days.Last < DateOnly.MaxValue.DayNumber ? days : null;

    private static Query? DatesOf(Query query) => query switch
    {
        Query.PublishedIn or Query.PublishedEvery or Query.Undated => query,
        Query.And and => JoinedByAnd([.. and.Clauses.Select(DatesOf).OfType<Query>()]),
        // An alternative that leaves the date open leaves it open for the whole.
        Query.Or or =>
            or.Clauses.Select(DatesOf).ToList() is var each && each.TrueForAll(dates => dates is not null)
            ? new Query.Or([.. each.OfType<Query>()])
            : null,
        Query.Not { Unwanted: var unwanted } => IsOfDates(unwanted) ? query : null,
        Query.AndMaybe maybe => DatesOf(maybe.Required),
        Query.Boost boost => DatesOf(boost.Part),
        _ => null,
    };

    private static Query? JoinedByAnd(List<Query> dates) => dates.Count switch { 0 => null, 1 => dates[0], _ => new Query.And(dates) };

    private static bool IsOfDates(Query query) => query is Query.PublishedIn or Query.PublishedEvery or Query.Undated
        || (query is Query.Compound or Query.Not or Query.Boost && query.Parts.All(IsOfDates));

    private static bool Allows(Query query, int day, long first, long last) => query switch
    {
        Query.PublishedIn { Range: { ComparesInstants: true } range } => range.FirstSecond <= first && last <= range.LastSecond,
        Query.PublishedIn { Range: var range } => range.FirstDayNumber <= day && day <= range.LastDayNumber,
        Query.PublishedEvery every =>
            DateOnly.FromDayNumber(day) is var date && date.Month == every.Month && (every.Day is null || date.Day == every.Day),
        Query.And and => and.Clauses.All(clause => Allows(clause, day, first, last)),
        Query.Or or => or.Clauses.Any(clause => Allows(clause, day, first, last)),
        Query.Not not => !Touches(not.Unwanted, day, first, last),
        Query.Boost boost => Allows(boost.Part, day, first, last),
        _ => false,
    };

    /// <summary>Returns true if any moment of the period matches: what NOT takes away.</summary>
    private static bool Touches(Query query, int day, long first, long last) => query switch
    {
        Query.PublishedIn { Range: { ComparesInstants: true } range } => range.FirstSecond <= last && first <= range.LastSecond,
        Query.And and => and.Clauses.All(clause => Touches(clause, day, first, last)),
        Query.Or or => or.Clauses.Any(clause => Touches(clause, day, first, last)),
        Query.Not not => !Allows(not.Unwanted, day, first, last),
        Query.Boost boost => Touches(boost.Part, day, first, last),
        _ => Allows(query, day, first, last),
    };

    /// <summary>From 0 if the start is open, to the last of all days if the end is; first is after last if no day is left.</summary>
    private static (int First, int Last) DaysOf(Query query) => query switch
    {
        Query.PublishedIn { Range: var range } => (range.FirstDayNumber, range.LastDayNumber),
        Query.Undated => (int.MaxValue, 0),
        Query.And and => and.Clauses.Select(DaysOf).Aggregate((a, b) => (Math.Max(a.First, b.First), Math.Min(a.Last, b.Last))),
        Query.Or or => or.Clauses.Select(DaysOf).Aggregate((a, b) => (Math.Min(a.First, b.First), Math.Max(a.Last, b.Last))),
        Query.Boost boost => DaysOf(boost.Part),
        _ => (0, DateOnly.MaxValue.DayNumber),
    };
}
