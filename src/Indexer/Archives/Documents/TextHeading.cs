using System.Text.RegularExpressions;
using Enrichment.WordTables;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>The heading of a plain text: its headline, and lines below it that state authors and date.</summary>
/// <param name="Masthead">The newspaper, if its name in capitals and the day are above the headline; null otherwise.</param>
/// <param name="Headline">Empty if the text starts without a headline.</param>
/// <param name="Published">Unknown if no line consists of a date.</param>
/// <param name="End">Index of the first character of the text.</param>
internal sealed partial record TextHeading(string? Masthead, string Headline, IReadOnlyList<string> Authors, PublishedDate Published,
    int End)
{
    /// <summary>Maximum length of a headline, in characters. A longer first line that ends like a sentence is text.</summary>
    private const int MaxHeadlineLength = 120;

    private const int MaxLineLength = 100;

    private const int MaxLines = 4;

    private const int MaxMastheadLength = 40;

    /// <summary>Words allowed around a date, besides the names of months.</summary>
    private static readonly HashSet<string> DateWords =
        new(WordTable.Read(typeof(TextHeading), "date-words.tsv").Rows.Select(row => row.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>True if there is more than a headline.</summary>
    public bool SaysMore => Authors.Count > 0 || Published.Date is not null;

    /// <param name="text">The text, without leading white space.</param>
    public static TextHeading Of(string text)
    {
        var (first, end) = Line(text, 0);
        if (first.Length > MaxHeadlineLength && first[^1] == '.')
            return new TextHeading(null, "", [], PublishedDate.Unknown, 0);
        var authors = new List<string>();
        var published = PublishedDate.Unknown;
        for (var (line, next, lines) = ("", end, 0); next < text.Length && lines < MaxLines;)
        {
            (line, next) = Line(text, next);
            if (line.Length == 0)
                continue;
            if (!Take(line, authors, ref published))
                break;
            (end, lines) = (next, lines + 1);
        }

        return published.Date is not null && authors.Count == 0 && IsMasthead(first) && HeadlineUnder(text, end) is var (under, after)
            ? new TextHeading(PageText.Clean(first), PageText.Clean(under), authors, published, after)
            : new TextHeading(null, PageText.Clean(first), authors, published, end);
    }

    private static bool IsMasthead(string line) => line.Length <= MaxMastheadLength && line.Any(char.IsLetter) && !line.Any(char.IsLower);

    /// <summary>A line that is not a sentence, with an empty line below it; null if there is none.</summary>
    private static (string Line, int Next)? HeadlineUnder(string text, int begin)
    {
        var (line, next) = ("", begin);
        while (line.Length == 0 && next < text.Length)
            (line, next) = Line(text, next);
        return line.Length is > 0 and <= MaxHeadlineLength
            && line.Any(char.IsLower)
            && line[^1] != '.'
            && next < text.Length
            && Line(text, next).Line.Length == 0
            ? (line, next)
            : null;
    }

    /// <summary>Reads a byline or a date line. Returns false for a line of text.</summary>
    public static bool Take(string line, List<string> authors, ref PublishedDate published)
    {
        if (line.Length > MaxLineLength || line[^1] == '.')
            return false;
        if (published.Date is null && DateOf(line) is { } date)
        {
            published = date;
            return true;
        }

        if (authors.Count > 0 || AuthorNames.In([AuthorNames.InByline(line)]) is not [var first, ..] names || !AuthorNames.IsWhole(first))
            return false;
        authors.AddRange(names);
        if (published.Date is null && DateText.TryRead(line, default, out var reading) && reading.Date.Precision >= DatePrecision.Day)
            published = reading.From(DateProvenance.Text);
        return true;
    }

    /// <summary>
    /// A date, alone or with a place: <c>Ostmere, 14 May 1959</c>, <c>May 14, 1959 | Ostmere</c>, <c>Ostmere (14 May 1959)</c>.
    /// </summary>
    private static PublishedDate? DateOf(string line) =>
        DayOf(line) ?? Border().Matches(line)
            .Select(border => DateBeside(line[..border.Index], line[(border.Index + border.Length)..].TrimEnd(')')))
            .FirstOrDefault(date => date is not null);

    private static PublishedDate? DateBeside(string first, string second) =>
        Place().IsMatch(first) ? DayOf(second) : Place().IsMatch(second) ? DayOf(first) : null;

    private static PublishedDate? DayOf(string line) =>
        Word().Matches(line).All(word => DateWords.Contains(word.Value) || MonthNames.NumberOf(word.Value) > 0)
        && DateText.TryRead(line, default, out var reading) && reading.Date.Precision >= DatePrecision.Day
            ? reading.From(DateProvenance.Text)
            : null;

    private static (string Line, int Next) Line(string text, int begin)
    {
        var end = text.IndexOf('\n', begin);
        return end < 0 ? (text[begin..].Trim(), text.Length) : (text[begin..end].Trim(), end + 1);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[,:.]? [-\u2013\u2014|\u00B7/] | \(|[,:.]? ")]
    private static partial Regex Border();

    /// <summary>Up to four capitalised words, optionally followed by the country.</summary>
    [GeneratedRegex(
        @"\A\p{Lu}[\p{L}.'\u2019-]*( (\p{Lu}[\p{L}.'\u2019-]*|am|an der|de|de la|du|del|im|la|le|les|of|on|sur|upon|van|aan)){0,3}"
        + @"(, \p{Lu}[\p{L}. ]{1,20})?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
