using System.Text.RegularExpressions;

namespace Indexer.Records;

/// <summary>Finds the root element of a document.</summary>
internal static partial class XmlRoot
{
    /// <param name="content">The beginning of a text.</param>
    /// <returns>The local name; null when the text begins with no element.</returns>
    public static string? Of(string content)
    {
        var match = Prolog().Match(content, BeginOf(content));
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>
    /// Index of the first character of the document, after white space and a byte order mark; also after comments, and after the warnings
    /// that a program on a server printed before it.
    /// </summary>
    public static int BeginOf(string content) => Preface().Match(content).Length;

    /// <summary>Text before the declaration, or before the root element of a feed.</summary>
    [GeneratedRegex(
        @"\A[\uFEFF\s]*((?>(?>\s*<!--.*?-->)+\s*)(?=<\?xml\s)"
        + @"|(<br\s*/?>|<b>|\s)*(PHP )?(Warning|Notice|Deprecated|Strict Standards|Parse error|Fatal error)\b.{0,2000}?"
        + @"(?=<\?xml\s|<(rss|feed|rdf:RDF)[\s>]))?",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Preface();

    [GeneratedRegex(@"\G(?>(\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(\[.*?\])?\s*>)*)<([A-Za-z_][\w.-]*:)?(?<name>[A-Za-z_][\w.-]*)[\s>/]",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Prolog();
}
