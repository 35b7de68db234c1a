using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>Converts decimal digits of all scripts, and Chinese and Japanese numerals in dates, to the digits 0 to 9.</summary>
internal static partial class NativeNumerals
{
    private const string Ideographs = "〇一二三四五六七八九";

    /// <summary>Converts a text and removes its bidirectional control characters.</summary>
    public static string ToAscii(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        var ascii = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c > '9' && CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
                ascii.Append((char)('0' + digit));
            else if (c is not ('\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))
                ascii.Append(c);
        }

        return BeforeUnit().Replace(ascii.ToString(), number => ValueOf(number.Value));
    }

    /// <summary>Value of positional numerals (二〇一六) or of numerals with tens (二十一). 元 is the first year of an era.</summary>
    private static string ValueOf(string numerals)
    {
        numerals = numerals.Replace('零', '〇').Replace('元', '一');
        var ten = numerals.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return string.Concat(numerals.Select(numeral => (char)('0' + Ideographs.IndexOf(numeral, StringComparison.Ordinal))));
        var tens = ten == 0 ? 1 : Ideographs.IndexOf(numerals[ten - 1], StringComparison.Ordinal);
        var ones = ten == numerals.Length - 1 ? 0 : Ideographs.IndexOf(numerals[ten + 1], StringComparison.Ordinal);
        return ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"[〇零一二三四五六七八九]?十[一二三四五六七八九]?(?=\s?[年月日])|[〇零一二三四五六七八九]+(?=\s?[年月日])|(?<=(明治|大正|昭和|平成|令和)\s?)元(?=\s?年)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeUnit();
}
