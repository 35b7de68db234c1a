using AngleSharp.Dom;
using Indexer.Extraction.Elements;

namespace Indexer.Extraction.Body;

/// <summary>Takes out of a page what is not text to be read, and what is around an article rather than in it.</summary>
internal static class PageFurniture
{
    private const string NeverText =
        "script, style, noscript, template, iframe, object, embed, svg, math, canvas, video, audio, map, button, select, textarea, input, option, dialog, "
        + "nav, menu, link, meta, amp-ad, amp-social-share, amp-sidebar, amp-embed, [hidden], [aria-hidden=true], [aria-modal=true]";

    private const double Much = 0.4;

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

        var much = removal == FurnitureRemoval.All ? int.MaxValue : (int)(Much * TextLength(body)) + 1;
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
        // A quoted post is part of the article, whatever network it comes from.
        "blockquote" => false,
        _ => ElementNames.IsFurniture(element),
    };

    private static bool HoldsNamedBody(IElement element) => element.QuerySelector("[itemprop~=articleBody], blockquote.twitter-tweet") is not null;

    private static bool IsHidden(IElement element)
    {
        if (element.GetAttribute("style") is not { } style)
            return false;
        var compact = style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase) || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Characters of paragraphs, roughly: text outside links.</summary>
    private static int TextLength(IElement element) =>
        element.TextContent.Length - element.QuerySelectorAll("a").Sum(link => link.TextContent.Length);
}
