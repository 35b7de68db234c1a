using System.Net;
using System.Text.RegularExpressions;

namespace Indexer.Archives.Xml;

/// <summary>Named characters of HTML in XML, which knows but five of them.</summary>
internal static partial class HtmlEntities
{
    public static string Resolve(string xml) => Named().Replace(xml, match => match.Groups["name"].Value switch
    {
        "amp" or "lt" or "gt" or "quot" or "apos" => match.Value,
        _ when WebUtility.HtmlDecode(match.Value) is var text && text != match.Value => text,
        var name => $"&amp;{name};",
    });

    [GeneratedRegex("&(?<name>[A-Za-z][A-Za-z0-9]{1,30});")]
    private static partial Regex Named();
}
