using System.Globalization;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Dates;

/// <summary>
/// Reads dates in URLs and in names of files: <c>/2019/11/18/</c>, <c>/2019/nov/18/</c>, <c>2019-11-18-title</c>, <c>/2019/11/</c>.
/// </summary>
internal static partial class UrlDate
{
    /// <summary>Reads the only day of a path, or else its only month.</summary>
    /// <returns>Null if the path has no date or several different ones.</returns>
    public static PartialDate? Read(string? path)
    {
        if (path is null)
            return null;
        var days = Day().Matches(path).Select(match => Make(match, "d")).OfType<PartialDate>().Distinct().ToList();
        if (days.Count > 0)
            return days.Count == 1 ? days[0] : null;
        var months = Month().Matches(path).Select(match => Make(match, null)).OfType<PartialDate>().Distinct().ToList();
        return months.Count == 1 ? months[0] : null;
    }

    private static PartialDate? Make(Match match, string? dayGroup)
    {
        // 20191118 is a date; 2019118 is not.
        if (match.Groups["sign"] is { Success: true, Length: 0 } && (match.Groups["m"].Length != 2 || match.Groups["d"].Length != 2))
            return null;
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var name = match.Groups["m"].Value;
        var month = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : MonthNames.NumberOf(name);
        if (month is < 1 or > 12)
            return null;
        if (dayGroup is null)
            return PartialDate.OfMonth(year, month);
        var day = int.Parse(match.Groups[dayGroup].ValueSpan, CultureInfo.InvariantCulture);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? PartialDate.OfDay(new DateOnly(year, month, day))
            : null;
    }

    [GeneratedRegex(
        @"(?<![\d])(?<y>(18|19|20)\d{2})(?<sign>[/_.-]?)(?<m>0?[1-9]|1[0-2]|[A-Za-z]{3,9})\k<sign>(?<d>0?[1-9]|[12]\d|3[01])(?![\d])")]
    private static partial Regex Day();

    [GeneratedRegex(@"/(?<y>(18|19|20)\d{2})[/-](?<m>0[1-9]|1[0-2])/")]
    private static partial Regex Month();
}
