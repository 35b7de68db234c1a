using AngleSharp.Dom;

namespace Indexer.Html;

/// <summary>A page whose elements stand deeper in each other than any page of news; the message says how deep is too deep.</summary>
internal sealed class PageNestingException() : Exception(
    $"elements are nested more than {PageNesting.MaxDepth} deep; a page of news has a tenth of it");

/// <summary>Guards those who walk a page from a page made to keep them busy.</summary>
internal static class PageNesting
{
    public const int MaxDepth = 256;

    /// <summary>
    /// Elements that pages leave open by mistake lie deeper by their tags than they do; the parser takes seconds from here on.
    /// </summary>
    private const int MaxDepthByTags = 2000;

    /// <summary>Before a page is parsed.</summary>
    public static bool IsTooDeep(string html) => MarkupDepth.OfHtml(html) > MaxDepthByTags;

    /// <exception cref="PageNestingException">The elements are nested deeper.</exception>
    public static void Check(string html)
    {
        if (IsTooDeep(html))
            throw new PageNestingException();
    }

    /// <exception cref="PageNestingException">The elements are nested deeper.</exception>
    public static void Check(IDocument page)
    {
        if (IsTooDeep(page))
            throw new PageNestingException();
    }

    /// <summary>Walks children by index: asking a node for its next sibling searches all children of the parent.</summary>
    public static bool IsTooDeep(INode root)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var step))
        {
            if (step.Next == step.Node.ChildNodes.Length)
                continue;
            open.Push((step.Node, step.Next + 1));
            var child = step.Node.ChildNodes[step.Next];
            if (!child.HasChildNodes)
                continue;
            open.Push((child, 0));
            if (open.Count > MaxDepth)
                return true;
        }

        return false;
    }
}
