using System.Globalization;
using System.Text;

namespace NewsIndex.Articles;

/// <summary>Brings the spellings of one name to one form.</summary>
public static class EntityName
{
    /// <summary>
    /// Lower case, without accents; hyphens, underscores and other punctuation part words, but dots and apostrophes join:
    /// <c>U.N.</c> is <c>un</c>, <c>james-baker</c> is <c>james baker</c>, <c>O'Neill</c> is <c>oneill</c>.
    /// Empty when the name has neither letter nor digit.
    /// </summary>
    public static string Normalise(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (char.IsSurrogate(c))
                folded.Append(c);
            else if (!Joins(c) && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static bool Joins(char c) =>
        c is '.' or '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
