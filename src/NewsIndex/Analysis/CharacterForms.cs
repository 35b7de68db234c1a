using System.Globalization;
using System.Text;

namespace NewsIndex.Analysis;

/// <summary>How a character is normalised.</summary>
internal enum CharacterForm : byte
{
    /// <summary>Not yet looked up.</summary>
    Unknown,

    /// <summary>Unchanged.</summary>
    Plain,

    /// <summary>Invisible, removed: a soft hyphen, a zero-width space, a directional mark.</summary>
    Invisible,

    /// <summary>A joiner or non-joiner, which only some scripts need: see <see cref="JoinerMeaning"/>.</summary>
    Joiner,
    Apostrophe,

    /// <summary>A character typed as an apostrophe; it is one between letters.</summary>
    PerhapsApostrophe,
    Hyphen,

    /// <summary>A mark that may compose with the character before it.</summary>
    Composing,

    /// <summary>Replaced by one or more other characters: a full-width letter, a ligature.</summary>
    Changing,
}

/// <summary>The effect of a joiner after a letter.</summary>
internal enum JoinerMeaning
{
    /// <summary>No visible effect.</summary>
    None,

    /// <summary>Separates two parts of a word, as in Persian.</summary>
    Parts,

    /// <summary>Selects the shape of a letter, as in the scripts of India.</summary>
    Shapes,
}

/// <summary>Normalisation of single characters, cached by character.</summary>
internal static class CharacterForms
{
    private static readonly CharacterForm[] Known = new CharacterForm[char.MaxValue + 1];

    public static CharacterForm Of(char c)
    {
        // Two threads that look up the same character write the same.
        if (Known[c] == CharacterForm.Unknown)
            Known[c] = char.IsSurrogate(c) ? CharacterForm.Plain : Find(c) ?? OfNormalised(c.ToString(), c);
        return Known[c];
    }

    /// <summary>The form of a character outside the basic multilingual plane.</summary>
    public static CharacterForm Of(Rune rune) => rune.Value switch
    {
        >= 0xE0000 and <= 0xE0FFF => CharacterForm.Invisible,
        _ when IsMark(Rune.GetUnicodeCategory(rune)) => CharacterForm.Composing,
        _ => OfNormalised(rune.ToString(), rune.Value),
    };

    public static JoinerMeaning JoinerAfter(char before) => before switch
    {
        >= '\u0600' and <= '\u08FF' => JoinerMeaning.Parts,
        >= '\u0900' and <= '\u1CFF' => JoinerMeaning.Shapes,
        _ => JoinerMeaning.None,
    };

    private static CharacterForm? Find(char c) => c switch
    {
        '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => CharacterForm.Invisible,
        (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') => CharacterForm.Invisible,
        '\u200C' or '\u200D' => CharacterForm.Joiner,
        '\u2018' or '\u2019' or '\u201B' or '\u02BB' or '\u02BC' or '\u055A' or '\uA78C' or '\uFF07' => CharacterForm.Apostrophe,
        '`' or '\u00B4' or '\u02B9' or (>= '\u02BD' and <= '\u02BF') or '\u02C8' or '\u02CA' or '\u02CB' or '\u2032' or '\u2035' =>
            CharacterForm.PerhapsApostrophe,
        (>= '\u2010' and <= '\u2013') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D' => CharacterForm.Hyphen,
        // Vowels and finals of Hangul, and the voice marks of half-width kana, compose like marks.
        (>= '\u1160' and <= '\u11FF') or '\uFF9E' or '\uFF9F' or (>= '\uFFA0' and <= '\uFFDC') => CharacterForm.Composing,
        _ when IsMark(CharUnicodeInfo.GetUnicodeCategory(c)) => CharacterForm.Composing,
        _ => null,
    };

    private static CharacterForm OfNormalised(string text, int character)
    {
        var form = text.Normalize(NormalizationForm.FormKC);
        var isSame = form != text && IsSameWord(form, character, CharUnicodeInfo.GetUnicodeCategory(character));
        return isSame ? CharacterForm.Changing : CharacterForm.Plain;
    }

    /// <summary>
    /// Returns true if the normalised form means the same word. Exceptions are 2½ and 21⁄2, 10² and 102, a name followed by ™, and ① before
    /// a word: these separate words.
    /// </summary>
    private static bool IsSameWord(string form, int character, UnicodeCategory category) => category switch
    {
        UnicodeCategory.OtherNumber => character is >= 0x2080 and <= 0x2089,
        UnicodeCategory.OtherSymbol => character is 0x2103 or 0x2109 or (>= 0x3300 and <= 0x33FF),
        UnicodeCategory.ModifierSymbol or UnicodeCategory.SpaceSeparator => false,
        UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol => form.Length == 1 && character >= 0xFF00,
        // Wildcards stay unchanged.
        UnicodeCategory.OtherPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation => form is [not ('*' or '?' or '\\')],
        _ => true,
    };

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
