using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// Converts names of persons in catalogue order ("Bush, George W.") to natural order. The part after the comma must look like given names:
/// one to three names or initials, optionally with a particle ("Gaulle, Charles de"). Years and suffixes may follow ("King, Martin Luther,
/// Jr., 1929-1968"), as in library records. Titles, roles and lists of names are unchanged.
/// </summary>
internal static partial class InvertedName
{
    private const int MostGivenNames = 3;
    private const int MostFamilyNames = 4;

    private static readonly FrozenSet<string> Particles =
        Words("van von der den de del della di da das do dos du la le al el bin ibn ben ter ten zu zur vom af av y e");

    /// <summary>Words for roles and titles, which follow a comma without being a name.</summary>
    private static readonly FrozenSet<string> Roles = Words(
        "landgrave margrave elector archduke archduchess earl viscount viscountess marquess marquis baronet tsar czar kaiser shah caliph "
        + "abbot abbess " +
        "spokesman spokeswoman spokesperson director analyst editor founder cofounder owner partner author lawyer attorney economist "
        + "manager " +
        "executive head deputy vice leader reporter correspondent writer actor actress artist singer " +
        "scientist researcher student teacher dealer trader broker treasurer trustee curator lecturer consultant adviser advisor critic "
        + "historian");

    /// <summary>The name in natural order; unchanged if it already is.</summary>
    public static string TurnedRound(string name)
    {
        if (!name.Contains(',', StringComparison.Ordinal))
            return name;
        List<string> parts = [.. Parenthesis().Replace(name, " ").Split(',').Select(part => part.Trim())];
        var suffix = parts.Skip(1).FirstOrDefault(IsSuffix);
        parts.RemoveAll(part => part.Length == 0 || IsSuffix(part) || Years().IsMatch(part));
        if (parts.Count == 3 && NameKey.IsTitle(parts[2]))
            parts.RemoveAt(2);
        return parts is [var family, var given] && IsFamily(family) && IsGiven(given, isSmall: !name.Any(char.IsUpper))
            ? $"{given} {family}{(suffix is null ? "" : " " + suffix)}"
            : name;
    }

    private static bool IsSuffix(string part) => NameKey.IsPersonSuffix(EntityName.Normalise(part));

    private static bool IsFamily(string family) =>
        WordsOf(family) is { Length: <= MostFamilyNames } words && Array.TrueForAll(words, IsName);

    /// <param name="isSmall">True for a name typed in lower case, so that given names need no capital.</param>
    private static bool IsGiven(string given, bool isSmall)
    {
        var words = WordsOf(given).AsSpan();
        while (words.Length > 1 && Particles.Contains(words[^1].ToLowerInvariant()))
            words = words[..^1];
        if (words.Length is 0 or > MostGivenNames || IsRole(words[^1]))
            return false;
        foreach (var word in words)
        {
            if (!IsName(word) || !(isSmall || char.IsUpper(word[0])))
                return false;
        }

        return true;
    }

    /// <summary>Initials are not a role, though "M." is also monsieur.</summary>
    private static bool IsRole(string word) =>
        EntityName.Normalise(word) is { Length: > 1 } normalised && (Roles.Contains(normalised) || NameKey.IsTitle(normalised));

    private static bool IsName(string word) =>
        char.IsLetter(word[0])
        && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '\u2019'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
        && word is not ("of" or "and" or "the" or "for" or "und" or "et");

    private static string[] WordsOf(string part) => part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"(George Walker)".</summary>
    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parenthesis();

    /// <summary>"1946-", "1924-2018", "b. 1946", "active 12th century".</summary>
    [GeneratedRegex(@"^(b\.|d\.|born|died|active|fl\.|ca\.)?\s*\d[\w\s.?/–-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Years();
}
