using System.Globalization;
using System.Text;

namespace Recognition.Transformer;

/// <summary>Classifies the case of a word. It is an input of its own, because the vocabulary is in lower case.</summary>
internal static class CaseClass
{
    public const int NoLetterOrDigit = 0;
    public const int Digits = 1;
    public const int LowerCase = 2;
    public const int AllCapitals = 3;
    public const int SingleCapital = 4;

    /// <summary>A capital and then only lower-case letters.</summary>
    public const int Capitalised = 5;

    /// <summary>A capital and then anything else: <c>McKinley</c>, <c>G7</c>.</summary>
    public const int CapitalisedMixed = 6;

    /// <summary>A capital that is not the first character (<c>iPhone</c>), or letters without case.</summary>
    public const int Other = 7;

    /// <summary>Returns the class of a word, 0 to 7, as the network was trained on them.</summary>
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
            (false, false) => NoLetterOrDigit,
            (false, true) => Digits,
            _ when lower && !upper => LowerCase,
            _ when upper && !lower && length > 1 => AllCapitals,
            _ when upper && length == 1 => SingleCapital,
            _ when firstUpper && othersLower => Capitalised,
            _ when firstUpper => CapitalisedMixed,
            _ => Other,
        };
    }
}
