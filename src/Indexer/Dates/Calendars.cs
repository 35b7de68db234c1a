using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>Years, and dates, of calendars other than the Gregorian one that newspapers write today.</summary>
/// <remarks>
/// Only those that name themselves, by an era, the name of a month or the language of the page. The lunar Islamic calendar is not among
/// them: its days depend on who sees the moon, and where.
/// </remarks>
internal static partial class Calendars
{
    private const int BuddhistLead = 543;
    private const int RepublicOfChinaLag = 1911;
    private const int FirstSolarHijri = 1250;
    private const int LastSolarHijri = 1499;

    private static readonly PersianCalendar SolarHijri = new();

    /// <summary>The first year of each era, and how many it had; Reiwa has no last one yet.</summary>
    private static readonly Dictionary<string, (int First, int Years)> Eras = new(StringComparer.Ordinal)
    {
        ["明治"] = (1868, 45),
        ["大正"] = (1912, 15),
        ["昭和"] = (1926, 64),
        ["平成"] = (1989, 31),
        ["令和"] = (2019, 99),
    };

    /// <summary>
    /// Years of eras as Gregorian ones: 平成30年 is 2018年, 民國107年 is 2018年. Years that an era did not have stay as they are.
    /// </summary>
    public static string WithoutEras(string text) => Era().Replace(text, Gregorian);

    /// <summary>Years of the Buddhist era, by which Thai texts count.</summary>
    public static bool IsBuddhist(int year, string text, DateContext context) =>
        year is >= 2400 and <= 2699 && (context.IsIn("th") || Thai().IsMatch(text));

    public static int FromBuddhist(int year) => year - BuddhistLead;

    /// <summary>Years of the solar Hijri calendar, by which Iran counts: where the page is in Persian.</summary>
    public static bool IsSolarHijri(int year, DateContext context) =>
        year is >= FirstSolarHijri and <= LastSolarHijri && context.IsIn("fa");

    /// <returns>Null where the calendar has no such day.</returns>
    public static DateOnly? FromSolarHijri(int year, int month, int day) =>
        year is >= FirstSolarHijri and <= LastSolarHijri && month is >= 1 and <= 12 && day >= 1
            && day <= SolarHijri.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(SolarHijri.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;

    /// <summary>Nepal counts some 57 years ahead, with the same digits and names that India has.</summary>
    public static bool IsAhead(int year, DateContext context) => context.IsIn("ne") && year >= 2040;

    private static string Gregorian(Match era)
    {
        var year = int.Parse(era.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        if (!Eras.TryGetValue(era.Groups["era"].Value, out var reign))
            return (year + RepublicOfChinaLag).ToString(CultureInfo.InvariantCulture);
        return year >= 1 && year <= reign.Years ? (reign.First + year - 1).ToString(CultureInfo.InvariantCulture) : era.Value;
    }

    [GeneratedRegex(@"(?<era>明治|大正|昭和|平成|令和|民國|民国)\s?(?<y>\d{1,3})(?=\s?年)", RegexOptions.ExplicitCapture)]
    private static partial Regex Era();

    [GeneratedRegex(@"\p{IsThai}")]
    private static partial Regex Thai();
}
