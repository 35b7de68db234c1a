using System.Globalization;
using System.Text;
using NewsIndex.Analysis;

namespace NewsIndex.Articles;

/// <summary>Normalises the spellings of a name.</summary>
public static class EntityName
{
    /// <summary>
    /// Lower case, without accents, and with plain letters for those that have none to take off (<c>ł</c> is <c>l</c>, <c>ß</c> is
    /// <c>ss</c>); hyphens, underscores and other punctuation part words, but dots and apostrophes join, and <c>&amp;</c> is "and":
    /// <c>U.N.</c> is <c>un</c>, <c>james-baker</c> is <c>james baker</c>, <c>O'Neill</c> is <c>oneill</c>, <c>M&amp;S</c> is <c>m and
    /// s</c>. Empty when the name has neither letter nor digit.
    /// </summary>
    public static string Normalise(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in Decomposed(name))
        {
            if (Joins(c))
                continue;
            if (char.IsLetterOrDigit(c))
                AppendLetter(folded, char.ToLowerInvariant(c));
            else if (char.IsSurrogate(c))
                folded.Append(c);
            else if (c == '&')
                folded.Append(folded.Length > 0 && folded[^1] != ' ' ? " and " : "and ");
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return name.Any(char.IsLetterOrDigit) || name.Any(char.IsSurrogate) ? folded.ToString().Trim(' ') : "";
    }

    /// <summary>Signs used for an apostrophe, or for the letters ayn and hamza.</summary>
    internal static bool IsApostrophe(char c) =>
        c is '\'' or '`' or '\u00B4' or '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\uFF07' or (>= '\u02B9' and <= '\u02BF');

    /// <summary>A spacing accent would become a space of its own, and half of a surrogate pair cannot be decomposed.</summary>
    private static string Decomposed(string name) => WithoutHalves(name).Replace('\u00B4', '\'').Normalize(NormalizationForm.FormKD);

    /// <summary>An unpaired surrogate has no UTF-8 form; U+FFFD replaces it.</summary>
    private static string WithoutHalves(string name) =>
        name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) : name;

    private static void AppendLetter(StringBuilder folded, char letter)
    {
        if (!char.IsAscii(letter) && LetterFolding.Fold([letter]) is { } plain)
            folded.Append(plain);
        else
            folded.Append(letter);
    }

    private static bool Joins(char c) =>
        c == '.' || IsApostrophe(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
