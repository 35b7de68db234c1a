using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>Converts years and dates of the Japanese, Taiwanese, Thai and Iranian calendars to the Gregorian calendar.</summary>
/// <remarks>
/// A date is converted only if an era, the name of a month or the language of the text names its calendar. The lunar Islamic calendar is
/// not supported: its days depend on local sightings of the moon.
/// </remarks>
internal static partial class Calendars
{
    private const int BuddhistOffset = 543;
    private const int RepublicOfChinaOffset = 1911;
    private const int MinSolarHijriYear = 1250;
    private const int MaxSolarHijriYear = 1499;

    private static readonly PersianCalendar SolarHijri = new();

    /// <summary>First Gregorian year and number of years of each Japanese era. Reiwa is the current era.</summary>
    private static readonly Dictionary<string, (int First, int Years)> Eras = new(StringComparer.Ordinal)
    {
        ["明治"] = (1868, 45),
        ["大正"] = (1912, 15),
        ["昭和"] = (1926, 64),
        ["平成"] = (1989, 31),
        ["令和"] = (2019, 99),
    };

    /// <summary>
    /// Replaces years of eras by Gregorian years: both 平成30年 and 民國107年 become 2018年. A year outside of its era is left unchanged.
    /// </summary>
    public static string ReplaceEras(string text) => Era().Replace(text, Gregorian);

    /// <summary>Returns true for a year of the Buddhist era, in a text with Thai letters or in Thai.</summary>
    public static bool IsBuddhist(int year, string text, DateContext context) =>
        year is >= 2400 and <= 2699 && (context.IsIn("th") || Thai().IsMatch(text));

    /// <summary>Converts a year of the Buddhist era: 2562 is 2019.</summary>
    public static int FromBuddhist(int year) => year - BuddhistOffset;

    /// <summary>Returns true for a year of the solar Hijri calendar of Iran, in a text in Persian.</summary>
    public static bool IsSolarHijri(int year, DateContext context) =>
        year is >= MinSolarHijriYear and <= MaxSolarHijriYear && context.IsIn("fa");

    /// <summary>Converts a date of the solar Hijri calendar.</summary>
    /// <returns>The Gregorian date; null if the calendar has no such day.</returns>
    public static DateOnly? FromSolarHijri(int year, int month, int day) =>
        year is >= MinSolarHijriYear and <= MaxSolarHijriYear && month is >= 1 and <= 12 && day >= 1
            && day <= SolarHijri.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(SolarHijri.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;

    /// <summary>
    /// Returns true for a year of the Bikram Sambat calendar, which is about 57 years ahead and shares digits and month names with India.
    /// </summary>
    public static bool IsBikramSambat(int year, DateContext context) => context.IsIn("ne") && year >= 2040;

    private static string Gregorian(Match era)
    {
        var year = int.Parse(era.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        if (!Eras.TryGetValue(era.Groups["era"].Value, out var reign))
            return (year + RepublicOfChinaOffset).ToString(CultureInfo.InvariantCulture);
        return year >= 1 && year <= reign.Years ? (reign.First + year - 1).ToString(CultureInfo.InvariantCulture) : era.Value;
    }

    [GeneratedRegex(@"(?<era>明治|大正|昭和|平成|令和|民國|民国)\s?(?<y>\d{1,3})(?=\s?年)", RegexOptions.ExplicitCapture)]
    private static partial Regex Era();

    [GeneratedRegex(@"\p{IsThai}")]
    private static partial Regex Thai();
}
