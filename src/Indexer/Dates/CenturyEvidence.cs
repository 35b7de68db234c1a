using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>Which century two digits of a year belong to, by the years that the text around them writes in full.</summary>
internal static partial class CenturyEvidence
{
    private const int Near = 10;

    private static readonly int[] Centuries = [1800, 1900, 2000];

    /// <returns>1900, 2000 and so on; null when the text has no year near the one meant, or years of several centuries.</returns>
    public static int? Of(string text, int lastDigits)
    {
        var centuries = Year().Matches(text)
            .Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture))
            .SelectMany(year => Centuries.Where(century => Math.Abs(century + lastDigits - year) <= Near))
            .Distinct().ToList();
        return centuries.Count == 1 ? centuries[0] : null;
    }

    [GeneratedRegex(@"(?<![\d.,])(18|19|20)\d{2}(?![\d,]|\.\d)")]
    private static partial Regex Year();
}
