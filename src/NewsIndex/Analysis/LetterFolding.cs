using System.Globalization;
using System.Text;

namespace NewsIndex.Analysis;

/// <summary>
/// Removes the marks of letters: São becomes Sao, Łódź Lodz, ё е. Covers Latin, Greek and Cyrillic letters that are also written without
/// their mark: й and и, and the vowel signs of India, stay different.
/// </summary>
internal static class LetterFolding
{
    /// <summary>The folded word; null if it has nothing to fold.</summary>
    /// <param name="word">In lower case and NFKC.</param>
    public static string? Fold(ReadOnlySpan<char> word)
    {
        if (!System.Text.Ascii.IsValid(word))
        {
            var folded = new StringBuilder(word.Length + 2);
            foreach (var c in word)
                Append(folded, c);
            if (!folded.Equals(word))
                return folded.ToString();
        }

        return null;
    }

    /// <summary>
    /// The word with ä, ö, ü, ø and å replaced by two letters, as in Mueller, Oersted and Aarhus; null if it has none of them.
    /// </summary>
    /// <param name="word">In lower case and NFKC.</param>
    public static string? Spell(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny("äöüøå") < 0)
            return null;
        var spelt = new StringBuilder(word.Length + 2);
        foreach (var c in word)
        {
            _ = c switch
            {
                'ä' => spelt.Append("ae"),
                'ö' or 'ø' => spelt.Append("oe"),
                'ü' => spelt.Append("ue"),
                'å' => spelt.Append("aa"),
                _ => spelt.Append(c),
            };
        }

        return spelt.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (c < 0x80)
            folded.Append(c);
        else if (Undecomposed(c) is { } letters)
            folded.Append(letters);
        else if (IsOptionalMark(c))
            return;
        else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
            folded.Append((char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)));
        else if (IsLatinOrGreek(c) && c.ToString().Normalize(NormalizationForm.FormD)[0] is var letter && letter != c)
            Append(folded, letter);
        else
            folded.Append(c);
    }

    private static bool IsLatinOrGreek(char c) =>
        c is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1FFF') or (>= '\u0370' and <= '\u03FF');

    /// <summary>Combining accents, stress marks in Russian, and the vowel points of Hebrew and Arabic, which are rarely written.</summary>
    private static bool IsOptionalMark(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u0652') or '\u0640';

    /// <summary>Letters without a decomposition, or with another one than readers expect.</summary>
    private static string? Undecomposed(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' or 'ƚ' => "l",
        'đ' or 'ð' or 'ɖ' or 'ɗ' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' or 'ɨ' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        'ĸ' or 'ƙ' => "k",
        'ə' or 'ǝ' => "a",
        'ƀ' or 'ɓ' => "b",
        'ƒ' => "f",
        'ǥ' => "g",
        'ɔ' => "o",
        'ɛ' => "e",
        'ς' => "σ",
        'ё' or 'ѐ' => "е",
        'ѝ' => "и",
        _ => null,
    };
}
