using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Indexer.Extraction.Metadata;

/// <summary>Reads the declared language of a page.</summary>
internal static partial class PageLanguage
{
    /// <summary>Language of the root element, or else of metadata or JSON-LD.</summary>
    /// <returns>A tag such as <c>de</c> or <c>de-DE</c>; null if the page declares none or something else than a tag.</returns>
    public static string? Of(IDocument page, LinkedData linked, PageMetadata meta) =>
        Format(page.DocumentElement.GetAttribute("lang")
            ?? page.DocumentElement.GetAttribute("xml:lang")
            ?? meta.First("og:locale", "content-language", "language", "dc.language", "inLanguage")
            ?? linked.Text("inLanguage"));

    private static string? Format(string? tag)
    {
        if (tag is null || Tag().Match(tag.Trim()) is not { Success: true } match)
            return null;
        var language = match.Groups["language"].Value.ToLowerInvariant();
        return match.Groups["country"].Success ? $"{language}-{match.Groups["country"].Value.ToUpperInvariant()}" : language;
    }

    [GeneratedRegex(@"\A(?<language>[A-Za-z]{2,3})([-_](?<country>[A-Za-z]{2}))?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
