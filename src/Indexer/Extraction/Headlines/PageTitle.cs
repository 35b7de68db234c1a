using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Metadata;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Headlines;

/// <summary>
/// Chooses the headline of an article among the headings, titles and metadata of its page. Names of the site are removed.
/// </summary>
internal static partial class PageTitle
{
    /// <summary>Finds the headline.</summary>
    /// <remarks>
    /// The first of these wins: a heading that metadata or the title confirms, a single main heading, text that the page marks as a
    /// headline, metadata, the title.
    /// </remarks>
    /// <param name="address">URL of the page; null if unknown.</param>
    /// <returns>Empty if the page has none.</returns>
    public static string Of(IDocument page, LinkedData linked, PageMetadata meta, string? address)
    {
        var site = new SiteName(page, meta, address);
        var headings = Headings(page, site);
        var first = headings.FindAll(heading => heading.Level == "h1");
        var window = new PartedTitle(PageText.Clean(page.Title ?? ""));
        List<string> described =
        [
            .. Described(linked, meta)
                .Select(PageText.Clean)
                .Select(text => IsShownWhole(text, first) ? text : site.Without(text))
                .Where(text => text.Length > 0 && !site.Is(text)),
        ];
        List<string> told = [.. described, .. new PartedTitle(site.Without(window.Text)).Parts.Where(part => !site.Is(part))];
        var shown = new Lazy<HashSet<string>>(() => ShownTexts(page, meta));
        var named = new NamedHeadlines(page);
        var seen = Seen(first, described)
            ?? HeadlineWords.LongEnough(OnlyText(first))
            ?? described.Find(text => HeadlineWords.LongEnough(text) is not null && shown.Value.Contains(HeadlineWords.Fold(text)))
            ?? Seen(headings, described)
            ?? Seen(headings, told)
            ?? OnlyText(first)
            ?? (described.Count > 0 ? FirstLongEnough(first) : null);
        return WithoutDate(
            (seen is null ? named.Only : named.Whole(seen) ?? seen)
            ?? NamesMore(OnlyText(headings), told)
            ?? (window.NamesSection && page.Body is { } body
                ? told.Find(text => TextBlocks.Of(body).Exists(block => block.LinkDensity < 0.5 && HeadlineWords.Same(block.Text, text)))
                : null)
            ?? (window.LacksHeadline ? FirstLongEnough(headings) : null)
            ?? AfterColon(window.Text, shown)
            ?? described.FirstOrDefault()
            ?? (new PartedTitle(site.Without(window.Text, guesses: false)).OfText(page) is var part && !site.Is(part) ? part : null)
            ?? told.FirstOrDefault()
            ?? site.Without(window.Text));
    }

    /// <summary>Headings that may be the headline. A heading marked as a kicker is excluded if another one is marked as a title.</summary>
    private static List<PageHeading> Headings(IDocument page, SiteName site)
    {
        var headings = page.QuerySelectorAll("h1, h2, h3")
            .Where(heading => !PageHeading.IsHidden(heading))
            .Select(heading => new PageHeading(heading))
            .Where(heading => !heading.IsOf(site))
            .ToList();
        if (headings.Exists(heading => heading.IsNamedTitle && !heading.IsKicker))
            headings.RemoveAll(heading => heading.IsKicker);
        return headings;
    }

    /// <summary>Returns true if a heading repeats the text whole; then its start is not taken for the name of the site.</summary>
    private static bool IsShownWhole(string told, List<PageHeading> headings) =>
        headings.Exists(heading => HeadlineWords.Same(heading.Text, told));

    /// <summary>Texts of all blocks and the description of the page.</summary>
    private static HashSet<string> ShownTexts(IDocument page, PageMetadata meta) =>
        [
            .. (page.Body is { } body ? TextBlocks.Of(body).Select(block => block.Text) : [])
                .Append(meta.First("description") ?? "")
                .Select(HeadlineWords.Fold),
        ];

    /// <summary>The heading, if it has all words of a stated headline and more.</summary>
    private static string? NamesMore(string? heading, List<string> told) =>
        heading is not null && told.Exists(text => HeadlineWords.HasMoreThan(heading, text)) ? heading : null;

    /// <summary>The largest heading that a stated headline confirms.</summary>
    private static string? Seen(List<PageHeading> headings, List<string> told) =>
        headings.OrderBy(heading => heading.Level, StringComparer.Ordinal)
            .Select(heading => heading.ConfirmedBy(told))
            .OfType<string>()
            .FirstOrDefault();

    /// <summary>Headlines that metadata states, the most reliable first.</summary>
    private static IEnumerable<string> Described(LinkedData linked, PageMetadata meta) =>
        ((string?[])
        [
            meta.First("og:title"), linked.Text("headline"), meta.First("twitter:title"),
            meta.First("sailthru.title", "parsely-title", "dc.title", "title", "fb_title"),
        ]).OfType<string>();

    private static string? FirstLongEnough(List<PageHeading> headings) =>
        headings.Select(heading => heading.WithoutKicker).FirstOrDefault(text => HeadlineWords.LongEnough(text) is not null);

    private static string? OnlyText(List<PageHeading> headings) =>
        headings.DistinctBy(heading => heading.Text, StringComparer.Ordinal)
            .Where(heading => heading.Text.Length > 0)
            .ToList() is [var only]
            ? only.WithoutKicker
            : null;

    /// <summary>The part after the colon of <c>Elster Post: Fog closes port again</c>, if a block of the page has the same text.</summary>
    private static string? AfterColon(string title, Lazy<HashSet<string>> shown) =>
        title.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0
        && title[(colon + 2)..].Trim() is var rest
        && HeadlineWords.LongEnough(rest) is not null && shown.Value.Contains(HeadlineWords.Fold(rest))
            ? rest
            : null;

    private static string WithoutDate(string title) => LeadingDate().Replace(title, "");

    [GeneratedRegex(@"\A\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—:|]\s*(?=\S{3})")]
    private static partial Regex LeadingDate();
}
