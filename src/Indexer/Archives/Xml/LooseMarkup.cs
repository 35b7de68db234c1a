using System.Net;
using System.Text.RegularExpressions;
using Indexer.Texts;

namespace Indexer.Archives.Xml;

/// <summary>
/// XML whose signs are not all escaped, with what was meant in their place: an ampersand that begins no reference (<c>Fish &amp;
/// chips</c>), a less-than sign that begins no tag (<c>a &lt; b</c>), named characters of HTML, and characters by numbers that XML does not
/// allow. A parser that carries on would take them, and the text behind them, for markup.
/// </summary>
internal static partial class LooseMarkup
{
    public static string Repair(string xml) => Sign().Replace(SurrogateReferences.Join(xml), Meant);

    private static string Meant(Match match)
    {
        if (match.Groups["name"].Success)
            return Named(match.Value, match.Groups["name"].Value);
        if (match.Groups["number"].Success)
            return Numbered(match.Value, SurrogateReferences.Number(match.Groups["number"].Value));
        return match.Value switch { "&" => "&amp;", "<" => "&lt;", var whole => whole };
    }

    private static string Named(string reference, string name) => name switch
    {
        "amp" or "lt" or "gt" or "quot" or "apos" => reference,
        _ when WebUtility.HtmlDecode(reference) is var text && text != reference => text,
        _ => $"&amp;{name};",
    };

    /// <summary>A blank for a control character; the replacement character for half of a surrogate pair, and beyond Unicode.</summary>
    private static string Numbered(string reference, int number) => number switch
    {
        < 0x20 and not ('\t' or '\n' or '\r') => " ",
        >= 0xD800 and <= 0xDFFF or 0xFFFE or 0xFFFF or > 0x10FFFF => "\uFFFD",
        _ => reference,
    };

    /// <summary>Comments, CDATA sections, instructions and the document type come first, since their signs mean themselves.</summary>
    [GeneratedRegex(
        @"<!\[CDATA\[.*?(?:\]\]>|\z)|<!--.*?(?:-->|\z)|<\?.*?(?:\?>|\z)|<!(?=[A-Za-z])"
        + "|&#(?<number>[0-9]{1,10}|[xX][0-9A-Fa-f]{1,8});|&(?<name>[A-Za-z][A-Za-z0-9]{1,30});|&"
        + @"|<(?![\p{L}_:/]|/\s*[\p{L}_:])",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Sign();
}
