using AngleSharp.Html.Parser;
using Indexer.Extraction;

namespace Indexer.Archives;

/// <summary>Text that a record holds as HTML, plain text or something between.</summary>
internal static class HtmlText
{
    private const int MostStrayEnds = 500;

    /// <summary>Paragraphs parted by an empty line. Nothing is left out but what a reader does not see.</summary>
    public static string Paragraphs(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal))
            return PlainText.Paragraphs(html);
        using var page = new HtmlParser().ParseDocument(WithoutStrayEnds(html));
        if (page.Body is not { } body)
            return "";
        if (PageNesting.IsTooDeep(page))
            return PlainText.Paragraphs(body.TextContent);
        body.QuerySelectorAll("script, style, noscript, template, iframe, object, button, form").ToList().ForEach(element => element.Remove());
        // Editors of old systems and WordPress part paragraphs by empty lines, with or without elements.
        if (body.QuerySelector("p, div, br, li, td") is null)
            return PlainText.Paragraphs(body.TextContent);
        return string.Join("\n\n", TextBlocks.Of(body).Select(block => block.Text));
    }

    /// <summary>Ends of paragraphs that none begins: the parser makes an empty paragraph of each, and takes the longer the more there are.</summary>
    private static string WithoutStrayEnds(string html)
    {
        const string End = "</p>";
        return html.AsSpan().Count(End) - html.AsSpan().Count("<p") > MostStrayEnds ? html.Replace(End, "\n\n", StringComparison.Ordinal) : html;
    }

    /// <summary>One line, without elements.</summary>
    public static string Line(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return PageText.Clean(html);
        using var page = new HtmlParser().ParseDocument(html);
        return PageText.Clean(page.Body?.TextContent ?? "");
    }
}
