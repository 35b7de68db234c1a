using System.Text.RegularExpressions;
using Indexer.Authors;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>Finds the article in the lines of a scraped page, without its ticker.</summary>
internal static partial class ScrapedArticle
{
    /// <summary>Minimum length of a paragraph that ends like a sentence, in characters; shorter lines may be headlines.</summary>
    private const int MinProse = 60;

    /// <summary>Minimum length of a paragraph that does not end like a sentence, in characters.</summary>
    private const int MinUnendedProse = 200;

    private const int MinTitleWords = 3;

    private const int MaxDeckLines = 2;

    /// <summary>Returns null if no line is left.</summary>
    /// <param name="lines">The lines, trimmed and not empty.</param>
    public static Article? Of(IReadOnlyList<string> lines)
    {
        var prose = lines.TakeWhile(line => !IsProse(line) || SiteLine.Is(line)).Count();
        List<string> above = [.. lines.Take(prose).Where(line => !SiteLine.Is(line) && !SiteLine.BeginsOthers(line))];
        if (prose == lines.Count)
            return above.Count == 0 ? null : new Article { Id = "", Headline = above[0], Body = string.Join("\n\n", above.Skip(1)) };

        var authors = new List<string>();
        var published = PublishedDate.Unknown;
        above.RemoveAll(line => TextHeading.Take(line, authors, ref published));
        var headline = HeadlineIn(above, lines[0]);
        if (authors.Count == 0 && published.Date is not null && above.ElementAtOrDefault(headline + 1) is { } name
            && AuthorNames.IsAlone(name))
        {
            authors.Add(name);
            above.RemoveAt(headline + 1);
        }

        return new Article
        {
            Id = "",
            Headline = headline < 0 ? "" : above[headline],
            Body = string.Join("\n\n", Deck(above.Skip(headline + 1)).Concat(Text(lines.Skip(prose)))),
            Published = published,
            Authors = authors,
        };
    }

    /// <summary>
    /// Index of the headline: the line that the window title contains, or else the last line that looks like a title, or else the last
    /// line; -1 if there are no lines.
    /// </summary>
    private static int HeadlineIn(List<string> lines, string window)
    {
        var named = lines.FindIndex(line => IsInTitleOfWindow(line, window));
        if (named >= 0)
            return named;
        var title = lines.FindLastIndex(IsTitle);
        return title >= 0 ? title : lines.Count - 1;
    }

    /// <summary>Returns true for a text with a sentence of some length.</summary>
    public static bool HasProse(IEnumerable<string> lines) => lines.Any(IsProse);

    /// <summary>The deck: one or two lines between headline and text. More lines are a menu and give none.</summary>
    private static List<string> Deck(IEnumerable<string> lines) =>
        lines.Where(IsTitle).ToList() is { Count: <= MaxDeckLines } deck ? deck : [];

    /// <summary>Paragraphs and the headings between them, without the lines of the site.</summary>
    private static List<string> Text(IEnumerable<string> lines)
    {
        var text = new List<string>();
        var isAmongOthers = false;
        foreach (var line in lines)
        {
            isAmongOthers = SiteLine.BeginsOthers(line) || (isAmongOthers && !IsProse(line));
            if (!isAmongOthers && !SiteLine.Is(line))
                text.Add(line);
        }

        return text[..(text.FindLastIndex(line => IsProse(line) || EndsASentence(line)) + 1)];
    }

    private static bool IsProse(string line) =>
        line.Length >= MinUnendedProse
        || (line.Length >= MinProse && EndsASentence(line))
        || line.Contains('\u3002', StringComparison.Ordinal);

    private static bool EndsASentence(string line) => SentenceEnd().IsMatch(line);

    /// <summary>Crawls start a text with the window title: the headline, a separator, and the name of the site.</summary>
    private static bool IsInTitleOfWindow(string line, string title) =>
        line.Length > 3
            && title.StartsWith(line, StringComparison.Ordinal)
            && title.AsSpan(line.Length).TrimStart() is [('-' or '|' or '\u2013' or '\u2014' or ':' or '\u2022' or '\u00B7'), ..];

    /// <summary>Long enough to be more than the name of a site or a section.</summary>
    private static bool IsTitle(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= MinTitleWords
        || line.Any(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF');

    [GeneratedRegex(@"[.!?\u2026\u3002\uFF01\uFF1F\u06D4\u0964][)""'\u2019\u201D\u00BB\]]*\z")]
    private static partial Regex SentenceEnd();
}
