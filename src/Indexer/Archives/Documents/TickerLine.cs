using System.Text.RegularExpressions;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>A line of a ticker: a time and the headline of an article on another page.</summary>
/// <param name="Published">The time; a ticker seldom states the day.</param>
internal sealed partial record TickerLine(PublishedDate Published, string Headline)
{
    /// <summary>Returns null for other lines.</summary>
    /// <param name="isBare">
    /// True if the lines start with the time (<c>12:20 Fog closes port</c>), which a single line may do by chance.
    /// </param>
    public static TickerLine? Of(string line, bool isBare)
    {
        if ((isBare ? Bare() : Marked()).Match(line) is not { Success: true } match
            || !PublishedDate.TryParseTimeOfDay(Time(match), out var time))
            return null;
        var day = DateText.TryRead(match.Groups["day"].Value, default, out var reading) && reading.Date.Precision >= DatePrecision.Day
            ? reading.Date
            : null;
        return new TickerLine(new PublishedDate(day, time, DateProvenance.Text), match.Groups["headline"].Value.Trim());
    }

    /// <summary>Returns true for a text that has a line with a mark before the time, or at least two lines without a mark.</summary>
    public static bool IsIn(string text) => Marked().IsMatch(text) || Bare().Count(text) >= 2;

    /// <summary>Returns true if the lines start with the time, without a mark.</summary>
    public static bool AreBareIn(IEnumerable<string> lines) => lines.Count(line => Bare().IsMatch(line)) >= 2;

    private static string Time(Match match) => match.Groups["time"].Value.Replace('.', ':').PadLeft("12:20".Length, '0');

    [GeneratedRegex(
        @"^[ \t]*([-\u2013\u2022*\u00B7][ \t]*((?<day>\d{1,2}\.? \p{L}{3,9}\.?( \d{4})?|\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})?"
        + @"|\d{4}-\d\d-\d\d),?[ \t]+)?(?<time>([01]?[0-9]|2[0-3]):[0-5][0-9])|\[(?<time>([01]?[0-9]|2[0-3]):[0-5][0-9])\])"
        + @"[ \t]*[-\u2013\u2014|:]?[ \t]*(?<headline>[^\s\d:.][^\n]*?)\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    [GeneratedRegex(
        @"^[ \t]*(?<day>)(?<time>([01]?[0-9]|2[0-3])[:.][0-5][0-9])[ \t]*[-\u2013\u2014|]?[ \t]+"
        + @"(?<headline>[\p{Lu}\p{Lo}'""\u2018\u201C][^\n]*?)\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();
}
