using System.Net;
using System.Text.RegularExpressions;
using Indexer.Texts;

namespace Indexer.Archives.Xml;

/// <summary>
/// Escapes characters that XML requires to be escaped: ampersands that start no reference (<c>Fish &amp; chips</c>), less-than signs that
/// start no tag (<c>a &lt; b</c>), HTML entities, and character references that XML does not allow. A lenient parser would take them, and
/// the text after them, for markup.
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

    /// <summary>A space for a control character; U+FFFD for an unpaired surrogate or a number beyond Unicode.</summary>
    private static string Numbered(string reference, int number) => number switch
    {
        < 0x20 and not ('\t' or '\n' or '\r') => " ",
        >= 0xD800 and <= 0xDFFF or 0xFFFE or 0xFFFF or > 0x10FFFF => "\uFFFD",
        _ => reference,
    };

    /// <summary>
    /// Comments, CDATA sections, processing instructions and the document type are matched first: characters in them are literal.
    /// </summary>
    [GeneratedRegex(
        @"<!\[CDATA\[.*?(?:\]\]>|\z)|<!--.*?(?:-->|\z)|<\?.*?(?:\?>|\z)|<!(?=[A-Za-z])"
        + "|&#(?<number>[0-9]{1,10}|[xX][0-9A-Fa-f]{1,8});|&(?<name>[A-Za-z][A-Za-z0-9]{1,30});|&"
        + @"|<(?![\p{L}_:/]|/\s*[\p{L}_:])",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Sign();
}
