using AngleSharp.Dom;
using Indexer.Extraction.Elements;

namespace Indexer.Extraction.Headlines;

/// <summary>
/// The texts that a page itself calls headlines, by microdata or by the name of a class, whatever elements they stand in.
/// </summary>
internal sealed class NamedHeadlines(IDocument page)
{
    private const string Named = "[itemprop~=headline], [class*=headline], [class*=Headline]";

    /// <summary>They are judged by themselves, and what has one in it has other lines as well.</summary>
    private const string Headings = "h1, h2, h3, h4, h5, h6";

    private readonly List<string> texts = [.. page.QuerySelectorAll(Named).Where(IsNamed).Select(PageHeading.TextOf).Where(text => text.Length > 0).Distinct()];

    /// <summary>Null where there are none, or several: lists of other articles have headlines as well.</summary>
    public string? Only => texts is [var only] ? HeadlineWords.LongEnough(only) : null;

    /// <summary>
    /// The one that begins as a heading and goes on, where the heading was cut for search engines; null where there is none.
    /// </summary>
    public string? Whole(string heading) => HeadlineWords.HasBegun(heading) ? texts.Find(text => HeadlineWords.Continues(text, heading)) : null;

    private static bool IsNamed(IElement element) =>
        element.LocalName != "meta" && !PageHeading.IsHidden(element)
        && (element.HasAttribute("itemprop") || (ElementNames.IsHeadline(element) && !element.Matches(Headings) && element.QuerySelector(Headings) is null))
        && element.QuerySelector("a[href]") is null && element.Closest("a, aside, nav, footer, form") is null;
}
