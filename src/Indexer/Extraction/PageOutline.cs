using AngleSharp.Dom;

namespace Indexer.Extraction;

/// <summary>Where on a page its headline stands, and what lies around it.</summary>
internal sealed class PageOutline
{
    private const int BlocksBefore = 6;
    private const int BlocksAfter = 12;

    private readonly IElement? headline;
    private readonly List<TextBlock> blocks;
    private readonly int headlineIndex;

    public PageOutline(IDocument page, string headlineText)
    {
        var body = (IElement?)page.Body?.Clone();
        body?.QuerySelectorAll("script, style, noscript, template, nav, select, button, svg").ToList().ForEach(element => element.Remove());
        blocks = body is null ? [] : TextBlocks.Of(body);
        headlineIndex = headlineText.Length == 0 ? -1 : blocks.FindIndex(block => block.Kind == BlockKind.Heading && block.Text.Contains(headlineText, StringComparison.OrdinalIgnoreCase));
        if (headlineIndex < 0 && headlineText.Length > 0)
            headlineIndex = blocks.FindIndex(block => block.Text.Equals(headlineText, StringComparison.OrdinalIgnoreCase));
        headline = page.QuerySelectorAll("h1, h2, h3").FirstOrDefault(heading => headlineText.Length > 0 && PageText.Clean(heading.TextContent).Contains(headlineText, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Short texts near the headline, the nearest first: where bylines and datelines stand.</summary>
    public IEnumerable<TextBlock> Near()
    {
        if (headlineIndex < 0)
            yield break;
        for (var distance = 1; distance <= BlocksAfter; distance++)
        {
            if (headlineIndex + distance < blocks.Count)
                yield return blocks[headlineIndex + distance];
            if (distance <= BlocksBefore && headlineIndex - distance >= 0)
                yield return blocks[headlineIndex - distance];
        }
    }

    /// <summary>The texts below the headline, in reading order; none where the page does not show it.</summary>
    public IEnumerable<TextBlock> After(int most) => headlineIndex < 0 ? [] : blocks.Skip(headlineIndex + 1).Take(most);

    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>False in what is named for comments, teasers and the foot of the page, unless the headline itself stands in it.</summary>
    public bool IsOfTheArticle(IElement element)
    {
        for (IElement? up = element; up is not null && up.LocalName is not ("body" or "html" or "main"); up = up.ParentElement)
        {
            if (headline is not null && up.Contains(headline))
                return true;
            if (up.LocalName is "aside" or "nav" || (up.LocalName == "footer" && up.ParentElement?.LocalName is not "article") || ElementNames.IsElsewhere(up))
                return false;
        }

        return true;
    }
}
