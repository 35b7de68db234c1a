using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Outline;

/// <summary>
/// The part of a page that belongs to its article: from the lines above the headline to those after the text. Comments, other articles,
/// header and footer are outside.
/// </summary>
internal sealed class ArticleRegion
{
    /// <summary>Maximum number of blocks between the end of the text and a line with its date.</summary>
    private const int MaxBlocksAfter = 8;

    /// <summary>Minimum number of successive links that form a menu; breadcrumbs have fewer.</summary>
    private const int MinLinksOfMenu = 5;

    private const double MinLinkDensity = 0.8;

    /// <summary>Maximum length of a line with a date, in characters.</summary>
    private const int MaxLine = 100;

    /// <summary>
    /// Minimum length of a headline that identifies lines about the article, in characters; shorter ones occur by chance.
    /// </summary>
    private const int MinHeadline = 25;

    /// <summary>Maximum length of a label such as <c>Last updated</c>, in characters.</summary>
    private const int MaxLabel = 30;

    private readonly PageOutline outline;
    private readonly IElement? body;
    private readonly Dictionary<IElement, int> order = [];
    private readonly HashSet<string> paragraphs;
    private readonly IElement? headline;
    private readonly IElement? beginOfText;
    private readonly int lastOfText;
    private readonly int beginning;
    private readonly int headlineOrder;
    private readonly int endOrder;
    private readonly int afterOrder;

    /// <param name="text">Body of the article, with empty lines between paragraphs; empty if none was found.</param>
    public ArticleRegion(IDocument page, PageOutline outline, string text)
    {
        this.outline = outline;
        body = page.Body;
        foreach (var element in page.All)
            order[element] = order.Count;
        paragraphs = [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)];
        var blocks = outline.Blocks;
        var begin = Math.Max(outline.HeadlineIndex, 0);
        var firstOfText = Find(begin, 1);
        lastOfText = firstOfText < 0 ? -1 : Find(blocks.Count - 1, -1);
        var top = outline.HeadlineIndex >= 0 ? outline.HeadlineIndex : firstOfText;
        headline = top < 0 ? null : blocks[top].Element;
        beginOfText = firstOfText < 0 ? null : blocks[firstOfText].Element;
        headlineOrder = headline is null ? 0 : order[headline];
        beginning = headline is null ? 0 : EndOfMenu(page, top);
        endOrder = lastOfText < 0 ? int.MaxValue : LastOrderIn(blocks[lastOfText].Element);
        afterOrder = lastOfText < 0 ? int.MaxValue : EndOfAfter(lastOfText);
    }

    /// <summary>Blocks near the headline that may contain the date of publication, the nearest first.</summary>
    public IEnumerable<TextBlock> Near() =>
        outline.Near().Where(block => ZoneOf(block.Element) is ArticleZone.Head or ArticleZone.Text or ArticleZone.Above);

    /// <summary>
    /// Blocks right below the text. A line before another text is excluded: it is the head of a comment or of another article.
    /// </summary>
    public IEnumerable<TextBlock> Below()
    {
        for (var i = lastOfText + 1; lastOfText >= 0 && i < outline.Blocks.Count && order[outline.Blocks[i].Element] < afterOrder; i++)
        {
            if (!HeadsText(i) && ZoneOf(outline.Blocks[i].Element) == ArticleZone.Below)
                yield return outline.Blocks[i];
        }
    }

    /// <summary>Returns true for an element in a list of articles: its siblings have the same name and class, a link and a date.</summary>
    public bool IsInList(IElement element, Func<IElement, bool> isDated)
    {
        for (IElement? up = element; up is not null && up.LocalName is not ("body" or "html") && !HoldsArticle(up); up = up.ParentElement)
        {
            if (up.ParentElement is { } list && up.QuerySelector("a[href]") is not null
                && list.Children.Any(other => other != up && !HoldsArticle(other) && other.LocalName == up.LocalName
                    && other.ClassName == up.ClassName && other.QuerySelector("a[href]") is not null && isDated(other)))
                return true;
        }

        return false;
    }

    /// <summary>Short blocks anywhere after the text, except in comments, teasers and the like.</summary>
    public IEnumerable<TextBlock> After() =>
        lastOfText < 0
            ? []
            : outline.Blocks.Skip(lastOfText + 1)
            .Where((block, i) => block.Text.Length <= MaxLine * 2 && !IsInOtherContent(block.Element)
            && !HeadsText(lastOfText + 1 + i));

    private bool HeadsText(int index)
    {
        if (index + 1 >= outline.Blocks.Count || !BlockText.IsSentences(outline.Blocks[index + 1]))
            return false;
        var both = outline.Blocks[index].Element;
        while (both is not null && !both.Contains(outline.Blocks[index + 1].Element))
            both = both.ParentElement;
        return both is not null && !HoldsArticle(both);
    }

    /// <summary>
    /// Short line right before a block that may label its date, like the term of a definition list; empty if there is none.
    /// </summary>
    public string LabelBefore(TextBlock block)
    {
        var before = outline.IndexOf(block) - 1;
        return before >= 0 && outline.Blocks[before] is { Kind: not BlockKind.Heading, Text.Length: <= MaxLabel } label
            && !label.Text.Any(char.IsDigit) ? label.Text : "";
    }

    /// <summary>Returns true for elements in comments, other articles and the like.</summary>
    public bool IsOfOthers(IElement element) => body?.Contains(element) == true && IsInOtherContent(element);

    /// <summary>Block of the headline; null if the page does not show it.</summary>
    public TextBlock? Headline => outline.HeadlineIndex < 0 ? null : outline.Blocks[outline.HeadlineIndex];

    /// <summary>Blocks anywhere on the page that contain the headline and more.</summary>
    public IEnumerable<TextBlock> WithHeadline() =>
        outline.Blocks.Where(block => block != Headline && block.Text.Length is > MinHeadline and <= MaxLine * 2
        && block.Text.Length > outline.HeadlineText.Length && outline.HeadlineText.Length >= MinHeadline
        && block.Text.Contains(outline.HeadlineText, StringComparison.OrdinalIgnoreCase));

    /// <summary>Position of an element relative to the article.</summary>
    public ArticleZone ZoneOf(IElement element)
    {
        var place = order[element];
        if (IsBesideHeadline(element))
            return place < headlineOrder ? ArticleZone.Above : ArticleZone.Head;
        if (IsInOtherContent(element))
            return ArticleZone.Outside;
        if (place < headlineOrder && !Holds(element, headlineOrder))
            return place < beginning ? ArticleZone.Outside : ArticleZone.Above;
        if (place > endOrder)
            return place < afterOrder ? ArticleZone.Below : ArticleZone.Outside;
        return IsInParagraph(element) ? ArticleZone.Text : ArticleZone.Head;
    }

    /// <summary>Returns true for the block right above or below the headline in the same element; its name does not matter.</summary>
    private bool IsBesideHeadline(IElement element)
    {
        var index = outline.HeadlineIndex;
        if (index < 0 || element.ParentElement is not { LocalName: not ("body" or "main") } parent
            || parent != outline.Blocks[index].Element.ParentElement)
            return false;
        return (index > 0 && outline.Blocks[index - 1].Element == element)
            || (index + 1 < outline.Blocks.Count && outline.Blocks[index + 1].Element == element);
    }

    private bool Holds(IElement element, int other) => LastOrderIn(element) >= other;

    /// <summary>
    /// Returns true inside of comments, teasers, the clock or the header. Elements that contain the headline or the text are exempt, and so
    /// is a lead between the two, which many sites call a teaser.
    /// </summary>
    private bool IsInOtherContent(IElement element)
    {
        for (IElement? up = element; up is not null && up.LocalName is not ("body" or "html") && !HoldsArticle(up); up = up.ParentElement)
        {
            var isOther = up.LocalName is "aside" or "nav" or "article" || ElementNames.IsOtherItem(up)
                || (up.LocalName == "footer" && up.ParentElement?.LocalName is not "article") || ElementNames.IsOtherContent(up);
            if (ElementNames.IsSiteChrome(up) || (isOther && !IsLead(up)))
                return true;
        }

        return false;
    }

    private bool HoldsArticle(IElement element) =>
        (headline is not null && element.Contains(headline)) || (beginOfText is not null && element.Contains(beginOfText));

    private bool IsLead(IElement element) =>
        element.LocalName is not ("aside" or "nav" or "article") && beginOfText is not null && order[element] > headlineOrder
            && LastOrderIn(element) < order[beginOfText] && element.QuerySelector("a[href]") is null;

    private bool IsInParagraph(IElement element)
    {
        for (var up = element; up is not null && up.TextContent.Length < 5000; up = up.ParentElement)
        {
            if (PageText.Clean(up.TextContent) is { Length: > MaxLine } text && paragraphs.Contains(text))
                return true;
        }

        return false;
    }

    private int Find(int from, int step)
    {
        for (var i = from; i >= 0 && i < outline.Blocks.Count; i += step)
        {
            if (outline.Blocks[i].Text.Length > 25 && paragraphs.Contains(outline.Blocks[i].Text))
                return i;
        }

        return -1;
    }

    /// <summary>Order of the last element of the menus above the headline.</summary>
    private int EndOfMenu(IDocument page, int headline)
    {
        var end = 0;
        var menus = page.QuerySelectorAll("nav").Where(nav => !ElementNames.IsBreadcrumb(nav) && nav.QuerySelectorAll("a").Length >= 2);
        foreach (var nav in menus)
        {
            if (LastOrderIn(nav) is var last && last < headlineOrder)
                end = Math.Max(end, last);
        }

        for (int i = 0, links = 0; i < headline; i++)
        {
            links = outline.Blocks[i].LinkDensity > MinLinkDensity ? links + 1 : 0;
            if (links >= MinLinksOfMenu)
                end = Math.Max(end, order[outline.Blocks[i].Element]);
        }

        return end;
    }

    /// <summary>Order of the first block after the text that no longer belongs to the article: a heading, or one too far away.</summary>
    private int EndOfAfter(int last)
    {
        var i = last + 1;
        while (i < outline.Blocks.Count && i <= last + MaxBlocksAfter && outline.Blocks[i].Kind != BlockKind.Heading)
            i++;
        return i < outline.Blocks.Count ? order[outline.Blocks[i].Element] : int.MaxValue;
    }

    private int LastOrderIn(IElement element)
    {
        var last = element;
        while (last.LastElementChild is { } child)
            last = child;
        return order[last];
    }
}
