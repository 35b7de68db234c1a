using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Outline;

/// <summary>
/// What part of a page belongs to its article: from above the headline to the end of the text. Days of comments, of other articles, of the
/// head and of the foot of the page lie outside.
/// </summary>
internal sealed class ArticleRegion
{
    /// <summary>Blocks between the end of a text and the line that says when it came out.</summary>
    private const int FurthestAfter = 8;

    /// <summary>Links in a row that are a menu; a path of sections above a headline has fewer.</summary>
    private const int LinksOfMenu = 5;

    private const double MostlyLink = 0.8;

    /// <summary>In characters: what is longer, and part of the text, is no line of a date.</summary>
    private const int LongestLine = 100;

    /// <summary>In characters: shorter headlines stand in other texts by chance.</summary>
    private const int LeastWithHeadline = 25;

    /// <summary>In characters: <c>Last updated</c>.</summary>
    private const int LongestLabel = 30;

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

    /// <param name="text">The paragraphs that were found, parted by empty lines; empty where none were.</param>
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

    /// <summary>Blocks below the headline, and then those above it, that may say when the article came out.</summary>
    public IEnumerable<TextBlock> Near() =>
        outline.Near().Where(block => PlaceOf(block.Element) is ArticlePlace.Head or ArticlePlace.Text or ArticlePlace.Above);

    /// <summary>
    /// Right below the text; only what says itself that it is the article's counts there. A line that another text follows is the head of
    /// that one: of a comment, or of another article.
    /// </summary>
    public IEnumerable<TextBlock> Below()
    {
        for (var i = lastOfText + 1; lastOfText >= 0 && i < outline.Blocks.Count && order[outline.Blocks[i].Element] < afterOrder; i++)
        {
            if (!HeadsText(i) && PlaceOf(outline.Blocks[i].Element) == ArticlePlace.Below)
                yield return outline.Blocks[i];
        }
    }

    /// <summary>One of several elements of the same make, each with a link and a date: a list of other articles.</summary>
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

    /// <summary>Lines after the text that are in nothing that is named for others.</summary>
    public IEnumerable<TextBlock> After() =>
        lastOfText < 0
            ? []
            : outline.Blocks.Skip(lastOfText + 1)
            .Where((block, i) => block.Text.Length <= LongestLine * 2 && !IsNamedOtherwise(block.Element)
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

    /// <summary>A short line right before another one may say what that is, as the term of a list does; empty where none does.</summary>
    public string LabelBefore(TextBlock block)
    {
        var before = outline.IndexOf(block) - 1;
        return before >= 0 && outline.Blocks[before] is { Kind: not BlockKind.Heading, Text.Length: <= LongestLabel } label
            && !label.Text.Any(char.IsDigit) ? label.Text : "";
    }

    /// <summary>Microdata that a page gives of its comments, of other articles, of pictures.</summary>
    public bool IsOfOthers(IElement element) => body?.Contains(element) == true && IsNamedOtherwise(element);

    /// <summary>Null where the page does not show the headline.</summary>
    public TextBlock? Headline => outline.HeadlineIndex < 0 ? null : outline.Blocks[outline.HeadlineIndex];

    /// <summary>Lines anywhere on the page that have the whole headline and something besides.</summary>
    public IEnumerable<TextBlock> WithHeadline() =>
        outline.Blocks.Where(block => block != Headline && block.Text.Length is > LeastWithHeadline and <= LongestLine * 2
        && block.Text.Length > outline.HeadlineText.Length && outline.HeadlineText.Length >= LeastWithHeadline
        && block.Text.Contains(outline.HeadlineText, StringComparison.OrdinalIgnoreCase));

    public ArticlePlace PlaceOf(IElement element)
    {
        var place = order[element];
        if (IsBesideHeadline(element))
            return place < headlineOrder ? ArticlePlace.Above : ArticlePlace.Head;
        if (IsNamedOtherwise(element))
            return ArticlePlace.Elsewhere;
        if (place < headlineOrder && !Holds(element, headlineOrder))
            return place < beginning ? ArticlePlace.Elsewhere : ArticlePlace.Above;
        if (place > endOrder)
            return place < afterOrder ? ArticlePlace.Below : ArticlePlace.Elsewhere;
        return IsInParagraph(element) ? ArticlePlace.Text : ArticlePlace.Head;
    }

    /// <summary>The line right above or below the headline, in the same element, whatever it is called.</summary>
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
    /// In what is named for comments, teasers, the clock or the head of the site. Names of what holds the headline or the text itself say
    /// nothing, and between the two a lead is often called a teaser.
    /// </summary>
    private bool IsNamedOtherwise(IElement element)
    {
        for (IElement? up = element; up is not null && up.LocalName is not ("body" or "html") && !HoldsArticle(up); up = up.ParentElement)
        {
            var isOther = up.LocalName is "aside" or "nav" or "article" || ElementNames.IsOtherThing(up)
                || (up.LocalName == "footer" && up.ParentElement?.LocalName is not "article") || ElementNames.IsElsewhere(up);
            if (ElementNames.IsOfThePage(up) || (isOther && !IsLead(up)))
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
            if (PageText.Clean(up.TextContent) is { Length: > LongestLine } text && paragraphs.Contains(text))
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

    /// <summary>The place after the last menu above the headline.</summary>
    private int EndOfMenu(IDocument page, int headline)
    {
        var end = 0;
        foreach (var nav in page.QuerySelectorAll("nav").Where(nav => !ElementNames.IsPath(nav) && nav.QuerySelectorAll("a").Length >= 2))
        {
            if (LastOrderIn(nav) is var last && last < headlineOrder)
                end = Math.Max(end, last);
        }

        for (int i = 0, links = 0; i < headline; i++)
        {
            links = outline.Blocks[i].LinkDensity > MostlyLink ? links + 1 : 0;
            if (links >= LinksOfMenu)
                end = Math.Max(end, order[outline.Blocks[i].Element]);
        }

        return end;
    }

    /// <summary>A heading, or a line of links, ends what may still be said of the article below it.</summary>
    private int EndOfAfter(int last)
    {
        var i = last + 1;
        while (i < outline.Blocks.Count && i <= last + FurthestAfter && outline.Blocks[i].Kind != BlockKind.Heading)
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
