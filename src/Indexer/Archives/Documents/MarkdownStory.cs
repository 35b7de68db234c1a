using System.Text.RegularExpressions;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>A story in Markdown without front matter: a heading, optionally a byline and a date, and paragraphs.</summary>
internal static partial class MarkdownStory
{
    private const int MinParagraphs = 2;

    /// <summary>Maximum length of the headline and the lines below it, in characters.</summary>
    private const int MaxHeadingLength = 1000;

    /// <summary>
    /// Returns true for a story. Documents about software or data also start with a heading, but continue with sections, lists or code and
    /// have no byline.
    /// </summary>
    public static bool Recognises(string text) =>
        text.StartsWith("# ", StringComparison.Ordinal)
        && Paragraph().Count(text) >= MinParagraphs
        && !OfSoftware().IsMatch(text)
        && (Heading(text).SaysMore || !Section().IsMatch(text, 1));

    /// <param name="paragraphs">The text without Markdown syntax.</param>
    public static Article Read(string text, Func<string, string> paragraphs, string path)
    {
        var heading = Heading(text);
        return new Article
        {
            Id = "",
            Headline = heading.Headline,
            Body = paragraphs(text[heading.End..]),
            Published = heading.Published.Date is null ? FileNameDate.Of(path) : heading.Published,
            Authors = heading.Authors,
        };
    }

    /// <summary>Blanks out Markdown syntax, so that positions stay the same.</summary>
    private static TextHeading Heading(string text)
    {
        var end = Math.Min(text.Length, MaxHeadingLength);
        return TextHeading.Of(Sign().Replace(text[..end], " ") + text[end..]);
    }

    [GeneratedRegex(@"[#*_]")]
    private static partial Regex Sign();

    /// <summary>Returns true for a line of prose.</summary>
    [GeneratedRegex(
        @"^(\p{Lu}|[""'\u201C\u2018*_\[])[^\n]{59,}[.!?\u201D""*_)]\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"^(#{1,6}\s|[-*+]\s)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(
        @"^(```|~~~|\s*\[?!\[|\s*<img|\$ )|\b(npm|pip|git|docker|dotnet|cargo|brew) (install|clone|run|add|build)\b"
        + @"|\b(MIT|Apache|BSD) Licen[cs]e|General Public Licen[cs]e|this repository",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfSoftware();
}
