using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <summary>
/// From the start of one period to the end of another: <c>[1987-03 TO 1987-04]</c> is 1 March to 30 April. At least one end is given.
/// </summary>
/// <param name="From">Null: from the beginning.</param>
/// <param name="FromIncluded">False: the range begins after the whole of <paramref name="From"/>.</param>
/// <param name="To">Null: to the end.</param>
/// <param name="ToIncluded">False: the range ends before the whole of <paramref name="To"/>.</param>
public sealed record DateRange(PartialDate? From, bool FromIncluded, PartialDate? To, bool ToIncluded)
{
    /// <summary>The whole of one period.</summary>
    public static DateRange Of(PartialDate period) => new(period, true, period, true);

    /// <summary>Both ends included; null leaves an end open.</summary>
    public static DateRange Between(PartialDate? from, PartialDate? to) => new(from, true, to, true);

    /// <summary>True when an end is an instant, so that moments are compared; false when calendar days are.</summary>
    public bool ComparesInstants => From?.Instant is not null || To?.Instant is not null;

    /// <summary>True when no period can lie in the range.</summary>
    public bool IsEmpty => ComparesInstants ? FirstSecond > LastSecond : FirstDayNumber > LastDayNumber;

    /// <summary>The first day of the range, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int FirstDayNumber => From is null ? 0 : FromIncluded ? From.FirstDay.DayNumber : From.LastDay.DayNumber + 1;

    /// <summary>The last day of the range, included, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int LastDayNumber => To is null ? DateOnly.MaxValue.DayNumber : ToIncluded ? To.LastDay.DayNumber : To.FirstDay.DayNumber - 1;

    /// <summary>The first second of the range, counted from 1970 in UTC.</summary>
    public long FirstSecond => From is null
        ? DateTimeOffset.MinValue.ToUnixTimeSeconds()
        : FromIncluded ? From.Start.ToUnixTimeSeconds() : From.End.ToUnixTimeSeconds() + 1;

    /// <summary>The last second of the range, included, counted from 1970 in UTC.</summary>
    public long LastSecond => To is null
        ? DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        : ToIncluded ? To.End.ToUnixTimeSeconds() : To.Start.ToUnixTimeSeconds() - 1;

    /// <summary>
    /// <c>1987-03</c> for a single period, else <c>[a TO b]</c> with braces for ends that are left out and * for open ones.
    /// </summary>
    public override string ToString() =>
        From is not null && From == To && FromIncluded && ToIncluded
            ? From.ToString()
            : $"{(FromIncluded ? '[' : '{')}{From?.ToString() ?? "*"} TO {To?.ToString() ?? "*"}{(ToIncluded ? ']' : '}')}";
}
