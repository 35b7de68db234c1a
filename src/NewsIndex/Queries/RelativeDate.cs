using System.Globalization;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <summary>
/// Relative dates: <c>now-7d/d</c> as in Elasticsearch, and <c>last-week</c>. Days, weeks, months and years are whole days; hours, minutes
/// and seconds give a moment. Weeks start on Monday.
/// </summary>
internal static partial class RelativeDate
{
    public const string Forms = "now-7d, now-3h, now/M, today, yesterday, this-week, last-month or last-7-days";

    public static bool IsRelative(string text) => NowForm().IsMatch(text) || NamedForm().IsMatch(text);

    /// <summary>The period; null if there is no such day.</summary>
    /// <param name="now">The time, in the zone whose days count.</param>
    public static DateRange? Read(string text, DateTimeOffset now)
    {
        try
        {
            return NamedForm().Match(text) is { Success: true } named
                ? Named(named, DateOnly.FromDateTime(now.DateTime))
                : Counted(NowForm().Match(text), now);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static DateRange Named(Match match, DateOnly today)
    {
        if (match.Groups["n"].Success)
            return Days(Add(today, -Number(match.Groups["n"]) + 1, "d"), today);
        return match.Value.ToLowerInvariant() switch
        {
            "today" => Days(today, today),
            "yesterday" => Days(today.AddDays(-1), today.AddDays(-1)),
            var name =>
                Period(Add(today, name[0] == 'l' ? -1 : 0, name[5..6] == "m" ? "M" : name[5..6]), name[5..6] == "m" ? "M" : name[5..6]),
        };
    }

    private static DateRange Counted(Match match, DateTimeOffset now)
    {
        var isMoment = false;
        DateRange? period = null;
        foreach (Capture step in match.Groups["step"].Captures)
        {
            var unit = step.Value[^1..];
            if (step.Value[0] == '/')
            {
                isMoment = unit is "h" or "m" or "s";
                now = isMoment ? Floor(now, unit) : now;
                period = isMoment ? null : Period(DateOnly.FromDateTime(now.DateTime), unit);
                now = period?.From is { } from ? new DateTimeOffset(from.FirstDay, TimeOnly.MinValue, now.Offset) : now;
                continue;
            }

            var count = int.Parse(step.Value.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture) * (step.Value[0] == '-' ? -1 : 1);
            isMoment |= unit is "h" or "m" or "s";
            period = null;
            now = unit switch
            {
                "h" => now.AddHours(count),
                "m" => now.AddMinutes(count),
                "s" => now.AddSeconds(count),
                _ =>
                    new DateTimeOffset(Add(DateOnly.FromDateTime(now.DateTime), count, unit),
                        TimeOnly.FromDateTime(now.DateTime), now.Offset),
            };
        }

        if (isMoment)
            return DateRange.Of(PartialDate.OfInstant(now));
        return period ?? DateRange.Of(PartialDate.OfDay(DateOnly.FromDateTime(now.DateTime)));
    }

    private static DateTimeOffset Floor(DateTimeOffset now, string unit)
    {
        var ticks = unit switch { "h" => TimeSpan.TicksPerHour, "m" => TimeSpan.TicksPerMinute, _ => TimeSpan.TicksPerSecond };
        return now.AddTicks(-(now.Ticks % ticks));
    }

    private static DateOnly Add(DateOnly day, int count, string unit) => unit switch
    {
        "d" => day.AddDays(count),
        "w" => day.AddDays(checked(count * 7)),
        "M" => day.AddMonths(count),
        _ => day.AddYears(count),
    };

    /// <summary>The whole week, month or year that a day belongs to.</summary>
    private static DateRange Period(DateOnly day, string unit)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return unit switch
        {
            "d" => Days(day, day),
            "w" => Days(monday, monday.AddDays(6)),
            "M" => DateRange.Of(PartialDate.OfMonth(day.Year, day.Month)),
            _ => DateRange.Of(PartialDate.OfYear(day.Year)),
        };
    }

    private static DateRange Days(DateOnly first, DateOnly last) => DateRange.Between(PartialDate.OfDay(first), PartialDate.OfDay(last));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Anow(?<step>[+-][0-9]{1,6}[smhdwMy]|/[smhdwMy])*\z")]
    private static partial Regex NowForm();

    [GeneratedRegex(@"\A(?i:today|yesterday|(?:this|last)-(?:week|month|year)|last-(?<n>[1-9][0-9]{0,4})-days)\z")]
    private static partial Regex NamedForm();
}
