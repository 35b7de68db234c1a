using AngleSharp.Dom;
using Indexer.Texts;

namespace Indexer.Extraction.Metadata;

/// <summary>The head of a page: meta elements by name, property or itemprop, and microdata.</summary>
internal sealed class PageMetadata
{
    private readonly Dictionary<string, List<(IElement Element, string Content)>> meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly IDocument page;

    public PageMetadata(IDocument page)
    {
        this.page = page;
        foreach (var element in page.QuerySelectorAll("meta[content]"))
        {
            var content = PageText.Clean(element.GetAttribute("content")!);
            foreach (var attribute in (string[])["name", "property", "itemprop", "http-equiv"])
            {
                if (content.Length == 0 || element.GetAttribute(attribute) is not { Length: > 0 } name)
                    continue;
                if (!meta.TryGetValue(name, out var values))
                    meta[name] = values = [];
                values.Add((element, content));
            }
        }
    }

    /// <summary>The first value of the first of the names that the page has; null when it has none.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta.TryGetValue(name, out var values))
                return values[0].Content;
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) =>
        meta.TryGetValue(name, out var values) ? values.ConvertAll(value => value.Content) : [];

    /// <summary>The first value of a name in elements that are not left out; null when it has none.</summary>
    public string? First(string name, Func<IElement, bool> isLeftOut) =>
        meta.TryGetValue(name, out var values) ? values.FirstOrDefault(value => !isLeftOut(value.Element)).Content : null;

    /// <summary>The value of a microdata property in the page itself: its content or datetime, or else its text.</summary>
    public IEnumerable<string> Properties(string name, Func<IElement, bool> isLeftOut) =>
        page.QuerySelectorAll($"[itemprop~='{name}']")
            .Where(element => element.LocalName != "meta" && !isLeftOut(element))
            .Select(element => PageText.Clean(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent))
            .Where(text => text.Length > 0);
}
