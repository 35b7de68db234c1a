using System.Text.RegularExpressions;

namespace Indexer.Archives.Xml;

/// <summary>Which element a document begins with.</summary>
internal static partial class XmlRoot
{
    /// <param name="content">The beginning of a text, without white space before it.</param>
    /// <returns>The local name; null when the text begins with no element.</returns>
    public static string? Of(string content)
    {
        var match = Prolog().Match(content);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"\A\uFEFF?(?>(\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(\[.*?\])?\s*>)*)<([A-Za-z_][\w.-]*:)?(?<name>[A-Za-z_][\w.-]*)[\s>/]", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Prolog();
}
