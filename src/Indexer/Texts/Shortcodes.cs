using System.Text.RegularExpressions;

namespace Indexer.Texts;

/// <summary>Removes commands of content systems from a text: <c>[caption id="3"]</c>, <c>{{&lt; img src="x" &gt;}}</c>.</summary>
internal static partial class Shortcodes
{
    /// <summary>Removes the commands and keeps the text that they enclose.</summary>
    public static string Remove(string text) => Bracketed().Replace(Braced().Replace(Address().Replace(text, "](#"), ""), "");

    /// <summary>A command used as the URL of a link: the text of the link is kept.</summary>
    [GeneratedRegex(@"\]\(\s*\{\{[<%].{0,2000}?[>%]\}\}", RegexOptions.Singleline)]
    private static partial Regex Address();

    [GeneratedRegex(@"\[/?[a-z][a-z0-9_-]*(\s+[a-z0-9_-]+\s*=\s*(""[^""]*""|'[^']*'|[^\s\]]+)|\s+""[^""]*"")*\s*/?\](?!\()")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}", RegexOptions.Singleline)]
    private static partial Regex Braced();
}
