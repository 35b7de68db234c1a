using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Indexer.Texts;

namespace Indexer.Html;

/// <summary>Reads text that may be HTML, plain text or a mixture.</summary>
internal static partial class HtmlText
{
    /// <summary>Paragraphs separated by empty lines. Only invisible content is removed.</summary>
    public static string Paragraphs(string html)
    {
        var text = ParagraphsOf(html);
        // Some systems escape twice: &lt;p&gt; and &amp;#39; are not text of an article.
        return EscapedTwice().IsMatch(text) ? ParagraphsOf(text) : text;
    }

    private static string ParagraphsOf(string html)
    {
        html = SurrogateReferences.Join(html);
        if (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal))
            return PlainText.Paragraphs(html);
        if (PageNesting.IsTooDeep(html))
            return PlainText.Paragraphs(WithoutTags(html));
        using var page = new HtmlParser().ParseDocument(html);
        if (page.Body is not { } body)
            return "";
        if (PageNesting.IsTooDeep(page))
            return PlainText.Paragraphs(body.TextContent);
        body.QuerySelectorAll("script, style, noscript, template, iframe, object, button, form")
            .ToList()
            .ForEach(element => element.Remove());
        // Old editors and WordPress separate paragraphs by empty lines, with or without elements.
        if (body.QuerySelector("p, div, br, li, td") is null)
            return PlainText.Paragraphs(body.TextContent);
        return string.Join("\n\n", TextBlocks.Of(body).Select(block => block.Text));
    }

    /// <summary>The text on one line, without elements.</summary>
    public static string Line(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return PageText.Clean(html);
        html = SurrogateReferences.Join(html);
        if (PageNesting.IsTooDeep(html))
            return PageText.Clean(WithoutTags(html));
        using var page = new HtmlParser().ParseDocument(html);
        return PageText.Clean(page.Body?.TextContent ?? "");
    }

    /// <summary>For markup too deep to be parsed, which no editor wrote.</summary>
    private static string WithoutTags(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex(
        @"\A\s*<(p|div|ul|h\d)\b[^<>]*>.*</(p|div|ul|h\d)>|&#(\d{2,5}|[xX][0-9A-Fa-f]{2,5});",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex EscapedTwice();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
