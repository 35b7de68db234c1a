using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Metadata;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Parts;

/// <summary>
/// The articles of a page that holds several in full: briefs, the front of a blog, a page that goes on with the next article when a reader
/// has come to the end of the first.
/// </summary>
internal sealed class PageParts
{
    private const string Headings = "h1, h2, h3";
    private const string Parts = "article, [itemscope][itemtype$=Article], [itemscope][itemtype$=BlogPosting], .hentry, .post";

    /// <summary>In characters outside of links, in two paragraphs or in one: what is shorter is a teaser.</summary>
    private const int LeastText = 200, LeastOfOneParagraph = 400;

    /// <summary>In characters, of what only a link goes on with.</summary>
    private const int LongestMore = 40;

    private readonly IDocument page;
    private readonly PageMetadata meta;
    private readonly LinkedData linked;

    private PageParts(IDocument page)
    {
        this.page = page;
        meta = new PageMetadata(page);
        linked = LinkedData.Of(page);
    }

    /// <summary>The elements of the articles, in reading order; fewer than two where the page has one, or none.</summary>
    public static IReadOnlyList<IElement> Of(IDocument page) => new PageParts(page).Find();

    /// <summary>The heading of a part; its title.</summary>
    public static IElement HeadingOf(IElement part) => part.QuerySelector(Headings)!;

    /// <summary>The page says in its head that it is an article, or describes exactly one.</summary>
    public static bool IsDeclared(PageMetadata meta, LinkedData linked) =>
        meta.First("og:type") == "article" || meta.First("article:published_time") is not null || linked.Articles == 1;

    /// <summary>The page's title, or its description, names the part.</summary>
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

    /// <summary>A heading and a day of its own, and more than a teaser.</summary>
    private static bool IsWhole(IElement part) =>
        part.Closest("aside, nav, footer") is null && !Ancestors(part).Any(ElementNames.IsElsewhere)
        && part.QuerySelectorAll(Headings) is [var heading, ..] && PageText.Clean(heading.TextContent).Length > 0
        && TextLength(part) >= (TextBlocks.Of(part).Count(BlockText.IsSentences) > 1 ? LeastText : LeastOfOneParagraph) && !LeadsOn(part)
        && DayOf(part) is not null;

    /// <summary>The entries of a ticker are of one day, below the one headline of them all.</summary>
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

    /// <summary>The last thing is a link to where the text goes on.</summary>
    private static bool LeadsOn(IElement part) =>
        HeadingOf(part).QuerySelector("a[href]")?.GetAttribute("href") is { Length: > 0 } address
        && part.QuerySelectorAll("a[href]")
            .Any(link => link.GetAttribute("href") is { } other && other.Split('#')[0] == address && link.Closest(Headings) is null
            && PageText.Clean(link.TextContent).Length is > 0 and <= LongestMore
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
