using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Metadata;
using Indexer.Texts;

namespace Indexer.Extraction.Headlines;

/// <summary>The name of a site, by its metadata and the host of its URL.</summary>
internal sealed partial class SiteName(IDocument page, PageMetadata meta, string? address)
{
    /// <summary>Minimum length of a title before a bar, in characters.</summary>
    private const int MinTitle = 15;

    /// <summary>Maximum length of a name after a bar, with the bar, in characters.</summary>
    private const int MaxSite = 40;

    /// <summary>Minimum length of a name that is removed with any separator, in characters.</summary>
    private const int MinName = 3;

    private readonly string name = HeadlineWords.Fold(meta.First("og:site_name", "application-name") ?? "");
    private readonly string host = HostOf(page, meta, address);

    /// <summary>Returns true for the name of the site or its host, and for empty text.</summary>
    public bool Is(string text)
    {
        var folded = HeadlineWords.Fold(text);
        return folded.Length == 0
            || (name.Length > 0
                && (folded == name
                    || (folded.Length >= 4 && name.Contains(folded, StringComparison.Ordinal))
                    || (name.Length >= 4 && folded.StartsWith(name, StringComparison.Ordinal) && folded.Length < name.Length + 12)))
            || (host.Length > 0 && (folded == host || (folded.Length >= 3 && host.StartsWith(folded, StringComparison.Ordinal))));
    }

    /// <summary>Removes the name of the site from the ends of a title.</summary>
    /// <param name="guesses">True to take the text after a bar for the name of the site in any case.</param>
    public string Without(string title, bool guesses = true)
    {
        title = WithoutNameAtEnds(title);
        foreach (var sign in PartedTitle.Separators)
        {
            var last = title.LastIndexOf(sign, StringComparison.Ordinal);
            if (last > 0 && Is(title[(last + sign.Length)..]))
                return Without(title[..last].Trim(), guesses);
            var first = title.IndexOf(sign, StringComparison.Ordinal);
            if (guesses && last >= MinTitle && sign.Contains('|', StringComparison.Ordinal) && title.Length - last <= MaxSite)
                return Without(title[..last].Trim());
            if (first > 0 && Is(title[..first]))
                return Without(title[(first + sign.Length)..].Trim(), guesses);
        }

        return title;
    }

    /// <summary>Removes the full name at either end with any separator: <c>Elster Post: Fog</c>, <c>Fog @ Elster Post</c>.</summary>
    private string WithoutNameAtEnds(string title)
    {
        var stated = PageText.Clean(meta.First("og:site_name", "application-name") ?? "");
        if (stated.Length < MinName)
            return title;
        if (title.StartsWith(stated, StringComparison.OrdinalIgnoreCase)
            && SignAfter().Match(title[stated.Length..]) is { Success: true } after)
            return title[(stated.Length + after.Length)..];
        return title.EndsWith(stated, StringComparison.OrdinalIgnoreCase)
            && SignBefore().Match(title[..^stated.Length]) is { Success: true } before ? title[..before.Index] : title;
    }

    [GeneratedRegex(@"\A\s*(?![\s""'(\u201C\u2018?!.,])[^\p{L}\p{N}\s]+\s+(?=\S)")]
    private static partial Regex SignAfter();

    [GeneratedRegex(@"(?<=\S)(\s+[^\p{L}\p{N}\s""'()]+\s*|:\s+)\z")]
    private static partial Regex SignBefore();

    /// <summary>Returns true for an element that is named for the site, or that links to its front page.</summary>
    /// <param name="text">Visible text of the element.</param>
    public static bool IsNamedBy(IElement heading, string text)
    {
        if (heading.ClassName is { } names && OfTheSite().IsMatch(names))
            return true;
        var link = heading.QuerySelector("a[href]") ?? heading.Closest("a[href]");
        return link?.GetAttribute("href") is { } href && PageHeading.TextOf(link).Length >= 0.8 * text.Length && IsFrontPage(href);
    }

    private static bool IsFrontPage(string href) =>
        href is "" or "/" or "./" || href.StartsWith("/?", StringComparison.Ordinal)
        || (Uri.TryCreate(ArchivedPage.OriginalUrl(href), UriKind.Absolute, out var uri) && uri.AbsolutePath.Length <= 1);

    private static string HostOf(IDocument page, PageMetadata meta, string? address)
    {
        var link = page.Head?.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.First("og:url") ?? address;
        return link is not null && Uri.TryCreate(ArchivedPage.OriginalUrl(link), UriKind.Absolute, out var uri)
            ? HeadlineWords.Fold(uri.Host.Replace("www.", "", StringComparison.Ordinal))
            : "";
    }

    [GeneratedRegex("site-title|logo|blog-title", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheSite();
}
