using AngleSharp.Dom;
using Indexer.Texts;

namespace Indexer.Extraction.Metadata;

/// <summary>
/// Meta elements of a page by name, property, itemprop or http-equiv, and its microdata. Names are compared without case.
/// </summary>
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

    /// <summary>First value of the first of the names that the page has; null if it has none.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta.TryGetValue(name, out var values))
                return values[0].Content;
        }

        return null;
    }

    /// <summary>All values of a name, in the order of the page; empty if it has none.</summary>
    public IReadOnlyList<string> All(string name) =>
        meta.TryGetValue(name, out var values) ? values.ConvertAll(value => value.Content) : [];

    /// <summary>First value of a name in elements that are not excluded; null if there is none.</summary>
    public string? First(string name, Func<IElement, bool> isExcluded) =>
        meta.TryGetValue(name, out var values) ? values.FirstOrDefault(value => !isExcluded(value.Element)).Content : null;

    /// <summary>Values of a microdata property outside of meta elements: its content, datetime or text.</summary>
    public IEnumerable<string> Properties(string name, Func<IElement, bool> isExcluded) =>
        page.QuerySelectorAll($"[itemprop~='{name}']")
            .Where(element => element.LocalName != "meta" && !isExcluded(element))
            .Select(element => PageText.Clean(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent))
            .Where(text => text.Length > 0);
}
