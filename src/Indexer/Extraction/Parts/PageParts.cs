using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Metadata;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Parts;

/// <summary>
/// Finds the articles of a page with several in full: news in brief, the front page of a blog, a page that continues with the next article.
/// </summary>
internal sealed class PageParts
{
    private const string Headings = "h1, h2, h3";
    private const string Parts = "article, [itemscope][itemtype$=Article], [itemscope][itemtype$=BlogPosting], .hentry, .post";

    /// <summary>Minimum length in two paragraphs and in one, in characters outside of links; shorter texts are teasers.</summary>
    private const int MinText = 200, MinTextOfOneParagraph = 400;

    /// <summary>Maximum length of a "read more" link, in characters.</summary>
    private const int MaxMoreLink = 40;

    private readonly IDocument page;
    private readonly PageMetadata meta;
    private readonly LinkedData linked;

    private PageParts(IDocument page)
    {
        this.page = page;
        meta = new PageMetadata(page);
        linked = LinkedData.Of(page);
    }

    /// <summary>Elements of the articles, in reading order; empty if the page does not have several.</summary>
    public static IReadOnlyList<IElement> Of(IDocument page) => new PageParts(page).Find();

    /// <summary>Heading of an article.</summary>
    public static IElement HeadingOf(IElement part) => part.QuerySelector(Headings)!;

    /// <summary>Returns true if the metadata says that the page is an article or describes exactly one.</summary>
    public static bool IsDeclared(PageMetadata meta, LinkedData linked) =>
        meta.First("og:type") == "article" || meta.First("article:published_time") is not null || linked.Articles == 1;

    /// <summary>Returns true if the title of the page contains the heading of this article.</summary>
    public static bool IsOwn(IDocument page, PageMetadata meta, IElement part)
    {
        var heading = HeadlineWords.Fold(HeadingOf(part).TextContent);
        return heading.Length >= 10
            && ((string?[])[page.Title, meta.First("og:title"), meta.First("twitter:title")]).OfType<string>()
            .Any(title => HeadlineWords.Fold(title).Contains(heading, StringComparison.Ordinal));
    }

    private List<IElement> Find()
    {
        var parts = page.QuerySelectorAll(Parts).Where(IsWhole).ToList();
        parts.RemoveAll(part => parts.Exists(other => other != part && other.Contains(part)));
        if (parts.Count < 2)
            return [];
        var own = parts.Find(part => IsOwn(page, meta, part));
        var level = HeadingOf(own ?? parts[0]).LocalName;
        parts.RemoveAll(part => HeadingOf(part).LocalName != level || (own is not null && part.LocalName != own.LocalName));
        if (parts.Count < 2 || (IsDeclared(meta, linked) && own is null) || (own is null && IsOneStory(parts))
            || parts.Sum(TextLength) < TextOutside(parts))
            return [];
        return parts;
    }

    /// <summary>Returns true for an element with a heading, a date and more text than a teaser.</summary>
    private static bool IsWhole(IElement part) =>
        part.Closest("aside, nav, footer") is null && !Ancestors(part).Any(ElementNames.IsOtherContent)
        && part.QuerySelectorAll(Headings) is [var heading, ..] && PageText.Clean(heading.TextContent).Length > 0
        && TextLength(part) >= (TextBlocks.Of(part).Count(BlockText.IsSentences) > 1 ? MinText : MinTextOfOneParagraph) && !LeadsOn(part)
        && DayOf(part) is not null;

    /// <summary>Returns true for entries of a live ticker: all of one day, below a common headline.</summary>
    private bool IsOneStory(List<IElement> parts) =>
        page.QuerySelectorAll("h1").Any(heading => !parts.Exists(part => part.Contains(heading)))
            && parts.Select(DayOf).Distinct().Count() == 1;

    private int TextOutside(List<IElement> parts) =>
        page.Body is not { } body
            ? 0
            : TextBlocks.Of(body).Where(block => BlockText.IsSentences(block) && !parts.Exists(part => part.Contains(block.Element)))
            .Sum(block => block.Text.Length - block.LinkLength);

    private static int TextLength(IElement part) =>
        TextBlocks.Of(part).Where(BlockText.IsSentences).Sum(block => block.Text.Length - block.LinkLength);

    /// <summary>Returns true if a link leads to the rest of the text.</summary>
    private static bool LeadsOn(IElement part) =>
        HeadingOf(part).QuerySelector("a[href]")?.GetAttribute("href") is { Length: > 0 } address
        && part.QuerySelectorAll("a[href]")
            .Any(link => link.GetAttribute("href") is { } other && other.Split('#')[0] == address && link.Closest(Headings) is null
            && PageText.Clean(link.TextContent).Length is > 0 and <= MaxMoreLink
            && !link.TextContent.Any(char.IsDigit) && link.QuerySelector("time") is null);

    private static DateOnly? DayOf(IElement part)
    {
        foreach (var text in part.QuerySelectorAll("time[datetime]").Select(time => time.GetAttribute("datetime")!)
            .Concat(TextBlocks.Of(part).Where(block => block.Text.Length < 100).Select(block => block.Text)))
        {
            if (LabelledDate.Of(text, default) is [{ Label: not (DateLabel.Changed or DateLabel.Other) } date, ..])
                return date.Reading.Date.FirstDay;
        }

        return null;
    }

    private static IEnumerable<IElement> Ancestors(IElement element)
    {
        for (IElement? up = element; up is not null && up.LocalName is not ("body" or "html"); up = up.ParentElement)
            yield return up;
    }
}
