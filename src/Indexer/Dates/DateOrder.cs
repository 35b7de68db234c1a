using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>Finds out whether a column of numeric dates has the month or the day first, from its unambiguous dates.</summary>
internal static partial class DateOrder
{
    /// <summary>Minimum number of unambiguous dates; a single one may be a typing error.</summary>
    private const int MinAgreeing = 3;

    /// <returns>True if the month comes first, false if the day does; null if fewer than three dates decide or if they disagree.</returns>
    public static bool? Of(IEnumerable<string> dates)
    {
        int monthFirst = 0, dayFirst = 0;
        foreach (var date in dates.Select(text => Numbers().Match(text)).Where(date => date.Success))
        {
            var (a, b) = (Number(date, "a"), Number(date, "b"));
            monthFirst += a <= 12 && b is > 12 and <= 31 ? 1 : 0;
            dayFirst += b <= 12 && a is > 12 and <= 31 ? 1 : 0;
        }

        return (monthFirst, dayFirst) switch { ( >= MinAgreeing, 0) => true, (0, >= MinAgreeing) => false, _ => null };
    }

    private static int Number(Match date, string group) => int.Parse(date.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\s*(?<a>\d{1,2})(?<sign>[/.-])(?<b>\d{1,2})\k<sign>(\d{4}|\d{2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
