using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Metadata;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Headlines;

/// <summary>The headline of a page's article, without the name of the site that the title of a window begins or ends with.</summary>
internal static partial class PageTitle
{
    /// <param name="address">Of the page; null where it is not known.</param>
    public static string Of(IDocument page, LinkedData linked, PageMetadata meta, string? address)
    {
        var site = new SiteName(page, meta, address);
        var headings = Headings(page, site);
        var first = headings.FindAll(heading => heading.Level == "h1");
        var window = new PartedTitle(PageText.Clean(page.Title ?? ""));
        List<string> described =
        [
            .. ((string?[])[meta.First("og:title"), linked.Text("headline"), meta.First("twitter:title"), meta.First("sailthru.title", "parsely-title", "dc.title", "title", "fb_title")])
                .OfType<string>().Select(PageText.Clean).Select(text => IsShownWhole(text, first) ? text : site.Without(text)).Where(text => text.Length > 0 && !site.Is(text)),
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
            ?? (described.Count > 0 ? first.Select(heading => heading.WithoutKicker).FirstOrDefault(text => HeadlineWords.LongEnough(text) is not null) : null);
        return WithoutDate(
            (seen is null ? named.Only : named.Whole(seen) ?? seen)
            ?? NamesMore(OnlyText(headings), told)
            ?? (window.NamesSection && page.Body is { } body
                ? told.Find(text => TextBlocks.Of(body).Exists(block => block.LinkDensity < 0.5 && HeadlineWords.Same(block.Text, text)))
                : null)
            ?? (window.LacksHeadline ? headings.Select(heading => heading.WithoutKicker).FirstOrDefault(text => HeadlineWords.LongEnough(text) is not null) : null)
            ?? AfterColon(window.Text, shown)
            ?? described.FirstOrDefault()
            ?? (new PartedTitle(site.Without(window.Text, guesses: false)).OfText(page) is var part && !site.Is(part) ? part : null)
            ?? told.FirstOrDefault()
            ?? site.Without(window.Text));
    }

    /// <summary>
    /// Those that may be of the article. What a page marks as the words above its headline is none where another heading is marked as it.
    /// </summary>
    private static List<PageHeading> Headings(IDocument page, SiteName site)
    {
        var headings = page.QuerySelectorAll("h1, h2, h3").Where(heading => !PageHeading.IsHidden(heading)).Select(heading => new PageHeading(heading)).Where(heading => !heading.IsOf(site)).ToList();
        if (headings.Exists(heading => heading.IsNamedTitle && !heading.IsKicker))
            headings.RemoveAll(heading => heading.IsKicker);
        return headings;
    }

    /// <summary>A headline may begin with the words that its site is called by.</summary>
    private static bool IsShownWhole(string told, List<PageHeading> headings) => headings.Exists(heading => HeadlineWords.Same(heading.Text, told));

    /// <summary>Every text that stands by itself on the page, and what the page is described by.</summary>
    private static HashSet<string> ShownTexts(IDocument page, PageMetadata meta) =>
        [.. (page.Body is { } body ? TextBlocks.Of(body).Select(block => block.Text) : []).Append(meta.First("description") ?? "").Select(HeadlineWords.Fold)];

    /// <summary>A heading that has all words of something that was told.</summary>
    private static string? NamesMore(string? heading, List<string> told) =>
        heading is not null && told.Exists(text => HeadlineWords.HasMoreThan(heading, text)) ? heading : null;

    /// <summary>What a reader sees above the text, where the page's own description or its window confirms it.</summary>
    private static string? Seen(List<PageHeading> headings, List<string> told) =>
        headings.OrderBy(heading => heading.Level, StringComparer.Ordinal).Select(heading => heading.ConfirmedBy(told)).OfType<string>().FirstOrDefault();

    private static string? OnlyText(List<PageHeading> headings) =>
        headings.DistinctBy(heading => heading.Text, StringComparer.Ordinal).Where(heading => heading.Text.Length > 0).ToList() is [var only] ? only.WithoutKicker : null;

    /// <summary>Of <c>Elster Post: Fog closes port again</c> what follows, where the page shows it by itself.</summary>
    private static string? AfterColon(string title, Lazy<HashSet<string>> shown) =>
        title.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && title[(colon + 2)..].Trim() is var rest && HeadlineWords.LongEnough(rest) is not null && shown.Value.Contains(HeadlineWords.Fold(rest)) ? rest : null;

    private static string WithoutDate(string title) => LeadingDate().Replace(title, "");

    [GeneratedRegex(@"\A\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—:|]\s*(?=\S{3})")]
    private static partial Regex LeadingDate();
}
