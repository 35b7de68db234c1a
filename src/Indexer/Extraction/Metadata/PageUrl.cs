using AngleSharp.Dom;

namespace Indexer.Extraction.Metadata;

/// <summary>Determines the URL of an article.</summary>
internal static class PageUrl
{
    /// <summary>Canonical URL of a page, or else og:url, the URL it was fetched from, or the one in JSON-LD.</summary>
    /// <param name="fetched">URL that the page was fetched from; null if unknown.</param>
    /// <returns>Null if the page states none.</returns>
    public static string? Of(IDocument page, LinkedData linked, PageMetadata meta, string? fetched) =>
        Absolute(page.Head?.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), fetched)
        ?? Absolute(meta.First("og:url"), fetched)
        ?? fetched
        ?? Absolute(linked.Text("url", "mainEntityOfPage"), null);

    /// <summary>Makes an http or https URL absolute.</summary>
    /// <param name="url">Absolute, or relative to <paramref name="fetched"/>.</param>
    /// <returns>Null for other schemes, and for the front page of a site, which is not the URL of an article.</returns>
    public static string? Absolute(string? url, string? fetched)
    {
        url = ArchivedPage.OriginalUrl(url);
        if (string.IsNullOrWhiteSpace(url) || Resolve(url.Trim(), fetched) is not { } absolute)
            return null;
        return absolute.PathAndQuery.Length > 1 ? absolute.AbsoluteUri : null;
    }

    private static Uri? Resolve(string url, string? fetched)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && IsOfWeb(absolute))
            return absolute;
        return Uri.TryCreate(fetched, UriKind.Absolute, out var root) && Uri.TryCreate(root, url, out var resolved) && IsOfWeb(resolved)
            ? resolved
            : null;
    }

    private static bool IsOfWeb(Uri url) => url.Scheme.StartsWith("http", StringComparison.Ordinal);
}
