using System.Collections.Frozen;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>Formats a name for display.</summary>
internal static class ShownName
{
    /// <summary>Maximum letters of an acronym.</summary>
    private const int LongestAcronym = 5;

    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(
        ["of", "the", "and", "for", "in", "on", "at", "to", "de", "la", "del", "des", "du", "von", "van", "der", "den", "bin", "al"],
        StringComparer.Ordinal);

    /// <summary>
    /// Puts persons in natural order without titles, and names in capitals, as in datelines and old wires, in title case.
    /// </summary>
    /// <param name="isKey">True if the name is a <see cref="NameKey"/> because no written form is known.</param>
    public static string Of(string written, EntityType type, bool isKey)
    {
        var said = type == EntityType.Person ? WithoutTitles(InvertedName.TurnedRound(written)) : written;
        return isKey || (said.Length > LongestAcronym && !said.Any(char.IsLower)) ? InTitleCase(said, type) : said;
    }

    private static string WithoutTitles(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        while (words.Length > 2 && words[0].Length > 2 && NameKey.IsTitle(EntityName.Normalise(words[0])))
            words = words[1..];
        return string.Join(' ', words);
    }

    private static string InTitleCase(string name, EntityType type) =>
        string.Join(' ',
            name.Split(' ')
            .Select((word, i) => i > 0 && type != EntityType.Person && Small.Contains(word.ToLowerInvariant())
            ? word.ToLowerInvariant()
            : Capitalised(word)));

    /// <summary>Dots and hyphens start a new word: J.K., Jean-Luc.</summary>
    private static string Capitalised(string word)
    {
        var letters = word.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || letters[i - 1] is '.' or '-' or '&' || (letters[i - 1] is '\'' or '\u2019' && i == 2))
                letters[i] = char.ToUpperInvariant(letters[i]);
        }

        return new string(letters);
    }
}
