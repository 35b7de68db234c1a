using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Texts;

/// <summary>
/// Joins characters beyond U+FFFF that are written as two references (<c>&amp;#xD83D;&amp;#xDE00;</c>), which neither HTML nor XML allows.
/// </summary>
internal static partial class SurrogateReferences
{
    private const string High = "[xX]0{0,4}[dD][89abAB][0-9a-fA-F]{2}|0{0,4}(5529[6-9]|55[3-9][0-9]{2}|56[0-2][0-9]{2}|563[01][0-9])";
    private const string Low =
        "[xX]0{0,4}[dD][c-fC-F][0-9a-fA-F]{2}|0{0,4}(563[2-9][0-9]|56[4-9][0-9]{2}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3])";

    /// <summary>Replaces each pair by its character.</summary>
    public static string Join(string markup) => markup.Contains("&#", StringComparison.Ordinal)
        ? Pair().Replace(markup, pair => $"{(char)Number(pair.Groups["high"].Value)}{(char)Number(pair.Groups["low"].Value)}")
        : markup;

    /// <summary>The number of a reference, decimal or hexadecimal; beyond all characters if it has too many digits.</summary>
    public static int Number(string digits)
    {
        var isHexadecimal = digits[0] is 'x' or 'X';
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits.AsSpan(isHexadecimal ? 1 : 0), style, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : int.MaxValue;
    }

    [GeneratedRegex("&#(?<high>" + High + ");&#(?<low>" + Low + ");", RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();
}
