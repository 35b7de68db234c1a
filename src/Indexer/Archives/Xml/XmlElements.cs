using System.Xml.Linq;
using Indexer.Texts;

namespace Indexer.Archives.Xml;

/// <summary>Finds elements by local name: agencies and feeds disagree on namespaces, versions and case.</summary>
internal static class XmlElements
{
    public static bool Is(this XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Is(name));

    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Is(name));

    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants().Where(child => child.Is(name));

    public static XElement? First(this XElement element, string name) => element.Descendants().FirstOrDefault(child => child.Is(name));

    /// <summary>The text on one line; null when the element is missing or has none.</summary>
    public static string? Line(this XElement? element) =>
        element is not null && PageText.Clean(element.Value) is { Length: > 0 } text ? text : null;

    /// <summary>The attribute by its local name; null when it is missing or blank.</summary>
    public static string? ValueOf(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(
            attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value is { } value
            && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : null;

    /// <summary>The text of an element that holds HTML, as elements or escaped.</summary>
    public static string Markup(this XElement element) =>
        element.HasElements ? string.Concat(element.Nodes().Select(Plain)) : element.Value;

    /// <summary>Removes prefixes such as <c>xhtml:</c>, which would hide the name of an element.</summary>
    private static string Plain(XNode node)
    {
        if (node is not XElement element)
            return node is XCData data ? data.Value : node.ToString(SaveOptions.DisableFormatting);
        var copy = new XElement(element);
        foreach (var each in copy.DescendantsAndSelf())
        {
            each.Name = each.Name.LocalName;
            each.Attributes().Where(attribute => attribute.IsNamespaceDeclaration || attribute.Name.Namespace != XNamespace.None).Remove();
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }
}
