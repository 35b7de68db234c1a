using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Outline;

/// <summary>Where on a page its headline stands, and what lies around it.</summary>
internal sealed class PageOutline
{
    private const string NoText = "script, style, noscript, template, nav, select, button, svg";

    private readonly IElement? headline;
    private readonly List<TextBlock> blocks;

    /// <param name="page">Is left as it was; the blocks are of its own elements.</param>
    public PageOutline(IDocument page, string headlineText)
    {
        HeadlineText = headlineText;
        blocks = page.Body is { } body ? TextBlocks.Of(body).FindAll(block => block.Element.Closest(NoText) is null) : [];
        HeadlineIndex = headlineText.Length == 0 ? -1 : LargestHeading(headlineText);
        if (HeadlineIndex < 0 && headlineText.Length > 0)
            HeadlineIndex = blocks.FindIndex(block => block.Text.Equals(headlineText, StringComparison.OrdinalIgnoreCase));
        headline = page.QuerySelectorAll("h1, h2, h3").FirstOrDefault(heading => headlineText.Length > 0 && PageText.Clean(heading.TextContent).Contains(headlineText, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Empty where the page has none.</summary>
    public string HeadlineText { get; }

    /// <summary>The block of the headline; -1 where the page does not show it.</summary>
    public int HeadlineIndex { get; }

    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>Lists of other articles have the page's own among them, in smaller headings.</summary>
    private int LargestHeading(string text) =>
        Enumerable.Range(0, blocks.Count)
            .Where(i => blocks[i].Kind == BlockKind.Heading && blocks[i].Text.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(i => blocks[i].Element.Closest("h1, h2, h3, h4, h5, h6")?.LocalName, StringComparer.Ordinal).FirstOrDefault(-1);

    public int IndexOf(TextBlock block) => blocks.IndexOf(block);

    /// <summary>Short texts near the headline, the nearest first: where bylines and datelines stand.</summary>
    public IEnumerable<TextBlock> Near(int before = 6, int after = 12)
    {
        if (HeadlineIndex < 0)
            yield break;
        for (var distance = 1; distance <= Math.Max(before, after); distance++)
        {
            if (distance <= after && HeadlineIndex + distance < blocks.Count)
                yield return blocks[HeadlineIndex + distance];
            if (distance <= before && HeadlineIndex - distance >= 0)
                yield return blocks[HeadlineIndex - distance];
        }
    }

    /// <summary>The texts below the headline, in reading order; none where the page does not show it.</summary>
    public IEnumerable<TextBlock> After(int most) => HeadlineIndex < 0 ? [] : blocks.Skip(HeadlineIndex + 1).Take(most);

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
