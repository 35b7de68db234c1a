using AngleSharp.Dom;

namespace Indexer.Extraction;

/// <summary>A page whose elements stand deeper in each other than any page of news; the message says how deep is too deep.</summary>
internal sealed class PageNestingException() : Exception($"elements are nested more than {PageNesting.Deepest} deep; a page of news has a tenth of it");

/// <summary>Guards those who walk a page from a page made to keep them busy.</summary>
internal static class PageNesting
{
    public const int Deepest = 256;

    /// <exception cref="PageNestingException">The elements are nested deeper.</exception>
    public static void Check(IDocument page)
    {
        if (IsTooDeep(page))
            throw new PageNestingException();
    }

    public static bool IsTooDeep(INode root)
    {
        var depth = 0;
        for (var node = root; ;)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > Deepest)
                    return true;
                node = child;
                continue;
            }

            while (node.NextSibling is null)
            {
                if (node == root || node.Parent is null || node.Parent == root)
                    return false;
                node = node.Parent;
                depth--;
            }

            node = node.NextSibling;
        }
    }
}
