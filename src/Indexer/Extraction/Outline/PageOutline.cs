using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Outline;

/// <summary>Blocks of a page and the position of the headline among them.</summary>
internal sealed class PageOutline
{
    private const string NoText = "script, style, noscript, template, nav, select, button, svg";

    private readonly IElement? headline;
    private readonly List<TextBlock> blocks;

    /// <param name="page">Not changed; the blocks refer to its elements.</param>
    /// <param name="headlineText">Headline of the article; empty if the page has none.</param>
    public PageOutline(IDocument page, string headlineText)
    {
        HeadlineText = headlineText;
        blocks = page.Body is { } body ? TextBlocks.Of(body).FindAll(block => block.Element.Closest(NoText) is null) : [];
        HeadlineIndex = headlineText.Length == 0 ? -1 : LargestHeading(headlineText);
        if (HeadlineIndex < 0 && headlineText.Length > 0)
            HeadlineIndex = blocks.FindIndex(block => block.Text.Equals(headlineText, StringComparison.OrdinalIgnoreCase));
        headline = headlineText.Length == 0
            ? null
            : page.QuerySelectorAll("h1, h2, h3").FirstOrDefault(heading =>
                PageText.Clean(heading.TextContent).Contains(headlineText, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Headline of the article; empty if the page has none.</summary>
    public string HeadlineText { get; }

    /// <summary>Index of the headline's block; -1 if the page does not show it.</summary>
    public int HeadlineIndex { get; }

    /// <summary>Blocks in reading order, without menus and hidden elements.</summary>
    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>Index of the largest heading with a text; lists of articles repeat the headline in smaller ones.</summary>
    private int LargestHeading(string text) =>
        Enumerable.Range(0, blocks.Count)
            .Where(i => blocks[i].Kind == BlockKind.Heading && blocks[i].Text.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(i => blocks[i].Element.Closest("h1, h2, h3, h4, h5, h6")?.LocalName, StringComparer.Ordinal).FirstOrDefault(-1);

    public int IndexOf(TextBlock block) => blocks.IndexOf(block);

    /// <summary>Blocks near the headline, the nearest first; bylines and datelines are among them.</summary>
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

    /// <summary>Blocks below the headline, in reading order; empty if the page does not show it.</summary>
    public IEnumerable<TextBlock> After(int most) => HeadlineIndex < 0 ? [] : blocks.Skip(HeadlineIndex + 1).Take(most);

    /// <summary>Returns false for elements in comments, teasers and the footer of the page, unless they contain the headline.</summary>
    public bool IsOfTheArticle(IElement element)
    {
        for (IElement? up = element; up is not null && up.LocalName is not ("body" or "html" or "main"); up = up.ParentElement)
        {
            if (headline is not null && up.Contains(headline))
                return true;
            if (up.LocalName is "aside" or "nav" || ElementNames.IsOtherContent(up)
                || (up.LocalName == "footer" && up.ParentElement?.LocalName is not "article"))
                return false;
        }

        return true;
    }
}
