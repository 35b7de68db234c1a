using System.Globalization;
using System.Text;

namespace Recognition.Transformer;

/// <summary>How a word is written, which its pieces in lower case no longer tell.</summary>
internal static class CaseClass
{
    /// <summary>0 to 7, as the network has learned them.</summary>
    public static int Of(string word)
    {
        var (letter, digit, upper, lower, length) = (false, false, false, false, 0);
        var (firstUpper, othersLower) = (false, true);
        foreach (var rune in word.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isUpper = category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
            var isLower = category == UnicodeCategory.LowercaseLetter;
            letter |= isUpper || isLower || category is UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;
            digit |= category == UnicodeCategory.DecimalDigitNumber;
            upper |= isUpper;
            lower |= isLower;
            if (length == 0)
                firstUpper = isUpper;
            else
                othersLower &= isLower;
            length++;
        }

        return (letter, digit) switch
        {
            (false, false) => 0,
            (false, true) => 1,
            _ when lower && !upper => 2,
            _ when upper && !lower && length > 1 => 3,
            _ when upper && length == 1 => 4,
            _ when firstUpper && othersLower => 5,
            _ when firstUpper => 6,
            _ => 7,
        };
    }
}
