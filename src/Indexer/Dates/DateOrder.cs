using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>Whether whoever wrote a column of dates writes the month or the day first, told by those of them that can be read in one way only.</summary>
internal static partial class DateOrder
{
    /// <summary>Dates that must agree; one alone may be a slip.</summary>
    private const int LeastAgreeing = 3;

    /// <returns>True where the month comes first; null where too few dates tell, or they contradict each other.</returns>
    public static bool? Of(IEnumerable<string> dates)
    {
        int monthFirst = 0, dayFirst = 0;
        foreach (var date in dates.Select(text => Numbers().Match(text)).Where(date => date.Success))
        {
            var (a, b) = (Number(date, "a"), Number(date, "b"));
            monthFirst += a <= 12 && b is > 12 and <= 31 ? 1 : 0;
            dayFirst += b <= 12 && a is > 12 and <= 31 ? 1 : 0;
        }

        return (monthFirst, dayFirst) switch { ( >= LeastAgreeing, 0) => true, (0, >= LeastAgreeing) => false, _ => null };
    }

    private static int Number(Match date, string group) => int.Parse(date.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\s*(?<a>\d{1,2})(?<sign>[/.-])(?<b>\d{1,2})\k<sign>(\d{4}|\d{2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
