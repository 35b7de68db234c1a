using AngleSharp.Dom;

namespace Indexer.Html;

/// <summary>A page with elements nested deeper than on any news page; the message has the limit.</summary>
internal sealed class PageNestingException() : Exception(
    $"elements are nested more than {PageNesting.MaxDepth} deep; a page of news has a tenth of it");

/// <summary>Guards against pages made to keep a parser busy.</summary>
internal static class PageNesting
{
    public const int MaxDepth = 256;

    /// <summary>Maximum depth by tags. Unclosed elements count as deeper than they are; from here on the parser takes seconds.</summary>
    private const int MaxDepthByTags = 2000;

    /// <summary>Checks markup before parsing.</summary>
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
