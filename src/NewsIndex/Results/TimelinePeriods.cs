using NewsIndex.Articles;
using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <summary>
/// Numbers the periods of a timeline. Years are numbered as in the calendar, months from year 0, weeks from Monday 1 January 1, days as
/// <see cref="DateOnly.DayNumber"/>, hours from 1970 in UTC.
/// </summary>
internal sealed class TimelinePeriods(TimelineInterval interval, TimeZoneInfo? zone)
{
    /// <summary>Ten years of hours.</summary>
    private const int MaxPeriods = 100_000;

    private static readonly long FirstMonday = new DateOnly(1, 1, 1).DayNumber;

    /// <summary>The period of an article; null when its date is less precise than the interval.</summary>
    /// <param name="firstDay">The first day that the article may be of, by its own date.</param>
    /// <param name="lastDay">The last such day.</param>
    /// <param name="firstSecond">The first second that it may be of, from 1970.</param>
    /// <param name="lastSecond">The last such second; the first itself when the time is known.</param>
    public long? Of(int firstDay, int lastDay, long firstSecond, long lastSecond)
    {
        var isInstant = firstSecond == lastSecond;
        if (interval == TimelineInterval.Hour)
            return isInstant ? HourOf(firstSecond) : null;
        if (isInstant && zone is not null)
            return OfDay(DayIn(zone, firstSecond));
        return OfDays(firstDay, lastDay);
    }

    /// <summary>The period of some days; null when they are of several. Not for hours.</summary>
    public long? OfDays(int first, int last) => OfDay(first) is var period && period == OfDay(last) ? period : null;

    /// <summary>The period of a day; not for hours.</summary>
    public long OfDay(int dayNumber)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        return interval switch
        {
            TimelineInterval.Year => day.Year,
            TimelineInterval.Month => (day.Year * 12) + day.Month - 1,
            TimelineInterval.Week => (dayNumber - FirstMonday) / 7,
            _ => dayNumber,
        };
    }

    /// <summary>The date of a period: a year, a month, the Monday of a week, a day, or the beginning of an hour.</summary>
    public PartialDate DateOf(long period) => interval switch
    {
        TimelineInterval.Year => PartialDate.OfYear((int)period),
        TimelineInterval.Month => PartialDate.OfMonth((int)(period / 12), (int)(period % 12) + 1),
        TimelineInterval.Week => PartialDate.OfDay(DateOnly.FromDayNumber((int)((period * 7) + FirstMonday))),
        TimelineInterval.Hour => PartialDate.OfInstant(StartOf(period)),
        _ => PartialDate.OfDay(DateOnly.FromDayNumber((int)period)),
    };

    /// <summary>
    /// The first and the last period of a timeline: those of the range that the dates ask for, where it has two ends, and of all periods
    /// with articles. The first is greater when there is none.
    /// </summary>
    /// <exception cref="QueryTooExpensiveException">The range has more periods than a reply may have.</exception>
    public (long First, long Last) Range(DateCondition? dates, IReadOnlyCollection<long> withArticles)
    {
        var (from, to) = withArticles.Count == 0 ? (1L, 0L) : (withArticles.Min(), withArticles.Max());
        if (interval != TimelineInterval.Hour && dates?.Days is { } days)
        {
            var (first, last) = (OfDay(days.First), OfDay(days.Last));
            (from, to) = withArticles.Count == 0 ? (first, last) : (Math.Min(from, first), Math.Max(to, last));
        }

        return to - from < MaxPeriods ? (from, to) : throw TooMany(to - from + 1);
    }

    /// <summary>True when the dates that are asked for exclude a part of a period, or all of it.</summary>
    public bool IsPartial(long period, DateCondition? dates)
    {
        if (dates is null)
            return false;
        if (interval == TimelineInterval.Hour)
        {
            var start = StartOf(period);
            return !dates.AllowsMoments(
                DateOnly.FromDateTime(start.DateTime).DayNumber, start.ToUnixTimeSeconds(), start.ToUnixTimeSeconds() + 3599);
        }

        // A date is asked for by the day of the place that wrote it; the same moment may be on the day before or after in the time zone.
        var (first, last) = DaysOf(period);
        var margin = zone is null ? 0 : 1;
        return !Enumerable.Range(first - margin, last - first + 1 + (2 * margin))
            .All(day => dates.AllowsDay(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)));
    }

    private static int DayIn(TimeZoneInfo zone, long second) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(second), zone).DateTime).DayNumber;

    /// <summary>
    /// Hours are those of the clock of the time zone; where its offset is not of whole hours, they begin at its full hours.
    /// </summary>
    private long HourOf(long second)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(second), zone ?? TimeZoneInfo.Utc);
        var fullHour = local.ToUnixTimeSeconds() - (local.Minute * 60) - local.Second;
        return (long)Math.Floor(fullHour / 3600.0);
    }

    private DateTimeOffset StartOf(long hour)
    {
        var start = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(hour * 3600), zone ?? TimeZoneInfo.Utc);
        // Where the offset has half an hour, the clock's full hour lies within the hour of UTC.
        return start.Minute == 0 ? start : start.AddMinutes(60 - start.Minute);
    }

    private (int First, int Last) DaysOf(long period)
    {
        var start = DateOf(period);
        return (start.FirstDay.DayNumber, interval == TimelineInterval.Week ? start.FirstDay.DayNumber + 6 : start.LastDay.DayNumber);
    }

    private static QueryTooExpensiveException TooMany(long periods) => new(new QueryError(
        QueryErrorCode.TooExpensive, 0, 0, $"the timeline has {periods} periods", $"at most {MaxPeriods}",
        "choose a longer interval, or a narrower range of dates")
    {
        Budget = (MaxPeriods, periods),
    });
}
