using AngleSharp.Dom;
using Indexer.Extraction.Elements;

namespace Indexer.Extraction.Headlines;

/// <summary>Texts that a page marks as headlines by microdata or class, in any element.</summary>
internal sealed class NamedHeadlines(IDocument page)
{
    private const string Marked = "[itemprop~=headline], [class*=headline], [class*=Headline]";

    /// <summary>Headings are read by <see cref="PageHeading"/>; an element that contains one has other lines as well.</summary>
    private const string Headings = "h1, h2, h3, h4, h5, h6";

    private readonly List<string> texts =
        [.. page.QuerySelectorAll(Marked).Where(IsMarked).Select(PageHeading.TextOf).Where(text => text.Length > 0).Distinct()];

    /// <summary>
    /// The only marked headline, if it has at least four words; null if there are none or several, as in lists of articles.
    /// </summary>
    public string? Only => texts is [var only] ? HeadlineWords.LongEnough(only) : null;

    /// <summary>
    /// The marked headline that starts with a heading and is longer, since some headings are cut for search engines; null if there is none.
    /// </summary>
    public string? Whole(string heading) =>
        HeadlineWords.HasBegun(heading) ? texts.Find(text => HeadlineWords.Continues(text, heading)) : null;

    private static bool IsMarked(IElement element) =>
        element.LocalName != "meta" && !PageHeading.IsHidden(element)
        && (element.HasAttribute("itemprop")
            || (ElementNames.IsHeadline(element) && !element.Matches(Headings) && element.QuerySelector(Headings) is null))
        && element.QuerySelector("a[href]") is null && element.Closest("a, aside, nav, footer, form") is null;
}
