using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Metadata;
using Indexer.Texts;

namespace Indexer.Extraction.Headlines;

/// <summary>What the page calls its site.</summary>
internal sealed partial class SiteName(IDocument page, PageMetadata meta, string? address)
{
    private const int ShortestTitle = 15;
    private const int LongestSite = 40;

    private readonly string name = HeadlineWords.Fold(meta.First("og:site_name", "application-name") ?? "");
    private readonly string host = HostOf(page, meta, address);

    public bool Is(string text)
    {
        var folded = HeadlineWords.Fold(text);
        return folded.Length == 0
            || (name.Length > 0 && (folded == name || (folded.Length >= 4 && name.Contains(folded, StringComparison.Ordinal)) || (name.Length >= 4 && folded.StartsWith(name, StringComparison.Ordinal) && folded.Length < name.Length + 12)))
            || (host.Length > 0 && (folded == host || (folded.Length >= 3 && host.StartsWith(folded, StringComparison.Ordinal))));
    }

    /// <param name="guesses">Takes what follows a bar for the name of the site, whether the page calls it so or not.</param>
    public string Without(string title, bool guesses = true)
    {
        title = WithoutNameAtEnds(title);
        foreach (var sign in PartedTitle.Signs)
        {
            var last = title.LastIndexOf(sign, StringComparison.Ordinal);
            if (last > 0 && Is(title[(last + sign.Length)..]))
                return Without(title[..last].Trim(), guesses);
            var first = title.IndexOf(sign, StringComparison.Ordinal);
            if (guesses && last >= ShortestTitle && sign.Contains('|', StringComparison.Ordinal) && title.Length - last <= LongestSite)
                return Without(title[..last].Trim());
            if (first > 0 && Is(title[..first]))
                return Without(title[(first + sign.Length)..].Trim(), guesses);
        }

        return title;
    }

    /// <summary>
    /// The name in full at either end, whatever sign parts it from the headline: <c>Elster Post: Fog</c>, <c>Fog @ Elster Post</c>.
    /// </summary>
    private string WithoutNameAtEnds(string title)
    {
        var stated = PageText.Clean(meta.First("og:site_name", "application-name") ?? "");
        if (stated.Length < LeastStated)
            return title;
        if (title.StartsWith(stated, StringComparison.OrdinalIgnoreCase)
            && SignAfter().Match(title[stated.Length..]) is { Success: true } after)
            return title[(stated.Length + after.Length)..];
        return title.EndsWith(stated, StringComparison.OrdinalIgnoreCase)
            && SignBefore().Match(title[..^stated.Length]) is { Success: true } before ? title[..before.Index] : title;
    }

    private const int LeastStated = 3;

    [GeneratedRegex(@"\A\s*(?![\s""'(\u201C\u2018?!.,])[^\p{L}\p{N}\s]+\s+(?=\S)")]
    private static partial Regex SignAfter();

    [GeneratedRegex(@"(?<=\S)(\s+[^\p{L}\p{N}\s""'()]+\s*|:\s+)\z")]
    private static partial Regex SignBefore();

    /// <summary>The element is called by a name for a site's own, or links to its front page.</summary>
    /// <param name="text">What the element says.</param>
    public static bool IsNamedBy(IElement heading, string text)
    {
        if (heading.ClassName is { } names && OfTheSite().IsMatch(names))
            return true;
        var link = heading.QuerySelector("a[href]") ?? heading.Closest("a[href]");
        return link?.GetAttribute("href") is { } href && PageHeading.TextOf(link).Length >= 0.8 * text.Length && IsFrontPage(href);
    }

    private static bool IsFrontPage(string href) =>
        href is "" or "/" or "./" || href.StartsWith("/?", StringComparison.Ordinal)
        || (Uri.TryCreate(ArchivedAddress.Original(href), UriKind.Absolute, out var uri) && uri.AbsolutePath.Length <= 1);

    private static string HostOf(IDocument page, PageMetadata meta, string? address)
    {
        var link = page.Head?.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.First("og:url") ?? address;
        return link is not null && Uri.TryCreate(ArchivedAddress.Original(link), UriKind.Absolute, out var uri) ? HeadlineWords.Fold(uri.Host.Replace("www.", "", StringComparison.Ordinal)) : "";
    }

    [GeneratedRegex("site-title|logo|blog-title", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheSite();
}
