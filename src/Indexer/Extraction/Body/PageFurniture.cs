using AngleSharp.Dom;
using Indexer.Extraction.Elements;

namespace Indexer.Extraction.Body;

/// <summary>
/// Removes furniture from a page: elements without text to read (scripts, forms, menus) and those around the article (comments,
/// advertisements).
/// </summary>
internal static class PageFurniture
{
    private const string NeverText =
        "script, style, noscript, template, iframe, object, embed, svg, math, canvas, video, audio, map, button, "
        + "select, textarea, input, option, dialog, "
        + "nav, menu, link, meta, amp-ad, amp-social-share, amp-sidebar, amp-embed, [hidden], [aria-hidden=true], [aria-modal=true]";

    /// <summary>Share of the page's text above which a careful removal keeps an element.</summary>
    private const double MaxShare = 0.4;

    /// <summary>Removes furniture from the body of a page.</summary>
    public static void Remove(IElement body, FurnitureRemoval removal)
    {
        foreach (var element in body.QuerySelectorAll(NeverText).ToList())
        {
            if (!element.HasAttribute("aria-hidden") || TextLength(element) < 500)
                element.Remove();
        }

        foreach (var comment in body.Descendants<IComment>().ToList())
            comment.Remove();
        foreach (var comments in body.QuerySelectorAll("[class], [id]")
            .Where(element => ElementNames.IsComments(element) && element.QuerySelector("h1, [itemprop~=articleBody]") is null).ToList())
            comments.Remove();
        if (removal == FurnitureRemoval.None)
            return;

        var much = removal == FurnitureRemoval.All ? int.MaxValue : (int)(MaxShare * TextLength(body)) + 1;
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            if (element.ParentElement is not null
                && (IsHidden(element) || (IsAround(element) && !HoldsNamedBody(element)))
                && (much == int.MaxValue || TextLength(element) < much))
                element.Remove();
        }
    }

    private static bool IsAround(IElement element) => element.LocalName switch
    {
        "body" or "html" or "article" or "main" => false,
        "footer" or "aside" or "form" or "figcaption" => true,
        "header" => element.QuerySelector("p") is null,
        // A quoted post is part of the article.
        "blockquote" => false,
        _ => ElementNames.IsFurniture(element),
    };

    private static bool HoldsNamedBody(IElement element) =>
        element.QuerySelector("[itemprop~=articleBody], blockquote.twitter-tweet") is not null;

    private static bool IsHidden(IElement element)
    {
        if (element.GetAttribute("style") is not { } style)
            return false;
        var compact = style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Length of text outside of links, in characters.</summary>
    private static int TextLength(IElement element) =>
        element.TextContent.Length - element.QuerySelectorAll("a").Sum(link => link.TextContent.Length);
}
