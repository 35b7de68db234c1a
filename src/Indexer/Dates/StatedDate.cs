using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Dates;

/// <summary>
/// Reads the date that a text states as its own in its first lines: <c>Published: 17 November 2019</c>, <c>(17 November 2019)</c>,
/// <c>ELSTER, Nov. 17, 2019 (EPA) –</c>.
/// </summary>
internal static partial class StatedDate
{
    /// <summary>Characters at the start of a text that are searched.</summary>
    private const int MaxStart = 500;

    /// <summary>Reads a whole date.</summary>
    /// <returns>Null if the text does not state one.</returns>
    public static PublishedDate? Of(string text, DateContext context)
    {
        var beginning = text[..Math.Min(text.Length, MaxStart)];
        foreach (var form in (Regex[])[Label(), Before(), Dateline()])
        {
            if (form.Match(beginning) is { Success: true } stated
                && DateText.TryRead(stated.Groups["date"].Value, context, out var reading)
                && reading.Date.Precision >= DatePrecision.Day)
                return reading.From(DateProvenance.Text);
        }

        return null;
    }

    /// <summary>
    /// Chooses between the date on which a feed item or an e-mail was sent and the date that its text states. An earlier stated date wins:
    /// the article was published before it was sent. On the same day the time of sending is more precise. A later date is that of an event
    /// and is recorded as a conflict.
    /// </summary>
    public static PublishedDate OrSent(PublishedDate sent, string text, DateContext context)
    {
        if (Of(text, context) is not { } stated)
            return sent;
        if (sent.Date is not { Precision: >= DatePrecision.Day } day)
            return stated;
        var later = stated.Date!.FirstDay.DayNumber - day.FirstDay.DayNumber;
        return later switch
        {
            0 => sent,
            1 => sent,
            > 1 => sent with { Conflicts = [.. sent.Conflicts, new ConflictingDate(stated.Date, stated.Provenance)] },
            _ => stated with { Conflicts = [new ConflictingDate(day, sent.Provenance)] },
        };
    }

    [GeneratedRegex(
        @"(^|\n)\s*((date|datum|fecha)\s*:|(published|posted|released?|erschienen|veröffentlicht|publié|publicado)( on| am| le| el)?\s*:?)"
        + @"\s*(?<date>[^\n]{6,60})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    /// <summary>(17 November 2019), 17.11.2019 –</summary>
    [GeneratedRegex(@"\A\s*(\((?<date>[^)\n]{6,30})\)|(?<date>\d[^-–—|\n]{5,25}?)\s*[-–—|]\s)\s*\p{L}", RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    /// <summary>A dateline: a place, a date, optionally an agency, and a dash. Lines of the sender may precede it.</summary>
    [GeneratedRegex(
        @"(\A|\n)\s*\p{Lu}[\p{L}.' -]{1,40}(, \p{Lu}[\p{L}. ]{1,25}){0,2}(,| –| -{1,2}| \() ?"
        + @"(?<date>[\p{L}.\d]+[ .]{1,2}[\p{L}.\d]+,? \d{4})\)?\s*([(/][^)\n]{2,40}[)/])?\s*[-–—]",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Dateline();
}
