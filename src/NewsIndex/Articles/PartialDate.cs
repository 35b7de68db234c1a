using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsIndex.Articles;

/// <summary>Precision of a date, from none to full.</summary>
public enum DatePrecision
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>Only the time of day is known, as in the ticker of a news page; the day is not.</summary>
    MinuteOfDay,
    Year,
    Month,
    Day,

    /// <summary>A moment, with its offset from UTC.</summary>
    Instant,
}

/// <summary>A year, a month, a day or an instant: a date with the precision of its source. Immutable.</summary>
/// <remarks>
/// A date is a period in the Gregorian calendar, years 1 to 9999. Its days are the calendar days of the place that wrote it: an article of
/// <c>2025-06-12T23:30:00-05:00</c> belongs to 12 June, though it was 13 June in UTC by then. Two dates are equal if their precision and
/// their period are: a year is not equal to its first day.
/// </remarks>
public sealed partial record PartialDate
{
    private const string DayForm = "yyyy-MM-dd";

    private PartialDate(DatePrecision precision, DateOnly firstDay, DateOnly lastDay, DateTimeOffset? instant) =>
        (Precision, FirstDay, LastDay, Instant) = (precision, firstDay, lastDay, instant);

    /// <summary>Year, month, day or instant.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The first calendar day of the period.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The last calendar day of the period, included.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The moment with its offset; null unless the precision is <see cref="DatePrecision.Instant"/>.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>The first moment of the period; days begin at midnight UTC where no offset is known.</summary>
    public DateTimeOffset Start => Instant ?? new DateTimeOffset(FirstDay, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The last second of the period, included.</summary>
    public DateTimeOffset End => Instant ?? new DateTimeOffset(LastDay, new TimeOnly(23, 59, 59), TimeSpan.Zero);

    /// <summary>The period of a year.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public static PartialDate OfYear(int year) =>
        new(DatePrecision.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), null);

    /// <summary>The period of a month.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year or the month is out of range.</exception>
    public static PartialDate OfMonth(int year, int month) =>
        new(DatePrecision.Month, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), null);

    /// <summary>The period of a day, without a time zone.</summary>
    public static PartialDate OfDay(DateOnly day) => new(DatePrecision.Day, day, day, null);

    /// <summary>An instant to the second; fractions of a second are dropped.</summary>
    public static PartialDate OfInstant(DateTimeOffset instant)
    {
        var second = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
        var day = DateOnly.FromDateTime(second.DateTime);
        return new PartialDate(DatePrecision.Instant, day, day, second);
    }

    /// <summary>
    /// Reads <c>1987</c>, <c>1987-10</c>, <c>1987-10-19</c> or <c>1987-10-19T14:05[:00[.0]]</c> followed by <c>Z</c> or an offset such as
    /// <c>-05:00</c>.
    /// </summary>
    /// <param name="date">The date; null if the method returns false.</param>
    /// <returns>False for any other text, for a day that does not exist, and for a year outside 0001-9999. Never throws.</returns>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = null!;
        // The form of nearly all dates is read without the expression.
        if (text.Length == DayForm.Length
            && DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exactDay))
        {
            date = OfDay(exactDay);
            return true;
        }

        var match = IsoForm().Match(text);
        if (!match.Success)
            return false;

        var year = Number(match.Groups["year"]);
        if (year == 0)
            return false;
        if (!match.Groups["month"].Success)
        {
            date = OfYear(year);
            return true;
        }

        var month = Number(match.Groups["month"]);
        if (month is < 1 or > 12)
            return false;
        if (!match.Groups["day"].Success)
        {
            date = OfMonth(year, month);
            return true;
        }

        var day = Number(match.Groups["day"]);
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (!match.Groups["time"].Success)
        {
            date = OfDay(new DateOnly(year, month, day));
            return true;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return false;
        date = OfInstant(instant);
        return true;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back to the same date.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => FirstDay.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Day => FirstDay.ToString(DayForm, CultureInfo.InvariantCulture),
        _ when Instant!.Value.Offset == TimeSpan.Zero => Instant.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Instant!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
    };

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
            @"\A(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})"
            + @"(?<time>[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?([Zz]|[+-][0-9]{2}:[0-9]{2}))?)?)?\z")]
    private static partial Regex IsoForm();
}
