using AngleSharp;
using AngleSharp.Dom;
using Indexer.Extraction.Metadata;
using Indexer.Texts;

namespace Indexer.Extraction.Parts;

/// <summary>Turns one article of a page with several into a page of its own.</summary>
internal static class PartDocument
{
    /// <summary>HTML of a page with one article, and the language and site of the page it is from.</summary>
    public static string Of(IDocument page, IElement part, PageMetadata meta)
    {
        var alone = page.Implementation.CreateHtmlDocument(PageText.Clean(PageParts.HeadingOf(part).TextContent));
        if (page.DocumentElement.GetAttribute("lang") is { } language)
            alone.DocumentElement.SetAttribute("lang", language);
        if ((meta.First("og:site_name") ?? meta.First("application-name")) is { } site)
        {
            var name = alone.CreateElement("meta");
            name.SetAttribute("property", "og:site_name");
            name.SetAttribute("content", site);
            alone.Head!.AppendChild(name);
        }

        alone.Body!.AppendChild(alone.Import(part));
        return alone.ToHtml();
    }
}
