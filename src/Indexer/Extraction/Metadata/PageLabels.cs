using Indexer.Texts;

namespace Indexer.Extraction.Metadata;

/// <summary>Source, section, tags and descriptions in the metadata of a page.</summary>
internal static class PageLabels
{
    /// <summary>Maximum length of a tag, in characters; longer ones are sentences.</summary>
    private const int MaxTag = 60;

    /// <summary>Maximum number of tags.</summary>
    private const int MaxTags = 30;

    /// <summary>
    /// Name of the site, or else of the publisher, or else the host of the URL without <c>www.</c>; null if all are missing.
    /// </summary>
    public static string? Source(LinkedData linked, PageMetadata meta, string? url) =>
        meta.First("og:site_name") ?? (linked.Names("publisher") is [var publisher, ..] ? publisher : HostOf(url));

    /// <summary>Section of the article; null if the page states none.</summary>
    public static string? Section(LinkedData linked, PageMetadata meta) =>
        meta.First("article:section", "og:section", "parsely-section", "dc.subject")
        ?? (linked.Text("articleSection") is { } section ? PageText.Clean(section) : null);

    /// <summary>Tags of the article, or else its keywords; each once, without case.</summary>
    public static List<string> Tags(LinkedData linked, PageMetadata meta)
    {
        IEnumerable<string> tags = meta.All("article:tag");
        if (!tags.Any())
            tags = linked.Names("keywords").Concat(meta.All("news_keywords")).Concat(meta.All("keywords"));
        return
        [
            .. tags.SelectMany(tag => tag.Split(',', ';'))
                .Select(tag => tag.Trim())
                .Where(tag => tag.Length is > 0 and <= MaxTag)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MaxTags),
        ];
    }

    /// <summary>Descriptions of the article, from all kinds of metadata.</summary>
    public static IEnumerable<string> Descriptions(LinkedData linked, PageMetadata meta) =>
        ((string?[])
        [
            linked.Text("description"), meta.First("og:description"), meta.First("description"), meta.First("twitter:description"),
        ]).OfType<string>();

    private static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }
}
