using NewsIndex.Analysis;

namespace NewsIndex.Suggesting;

/// <summary>Finds labels that a reader may have meant: sources, authors, sections, tags.</summary>
internal static class LabelSimilarity
{
    /// <summary>
    /// Ranks how a label resembles a typed one, 0 first: it has all typed words in a row; all of its words are typed; one is the acronym of
    /// the other; few letters differ. Null for any other label.
    /// </summary>
    /// <param name="label">Normalised: words in lower case, separated by single spaces.</param>
    /// <param name="typed">Normalised in the same way.</param>
    public static int? Rank(string label, string typed)
    {
        if (label.Length == 0 || typed.Length == 0)
            return null;
        if ($" {label} ".Contains($" {typed} ", StringComparison.Ordinal))
            return 0;
        if ($" {typed} ".Contains($" {label} ", StringComparison.Ordinal))
            return 1;
        if (IsAcronym(label, typed) || IsAcronym(typed, label))
            return 2;
        return EditDistance.IsWithin(label, typed, Math.Clamp(typed.Length / 3, 1, 3)) ? 3 : null;
    }

    /// <summary>Returns true for the initials of a name, with or without those of small words: bbc, fao.</summary>
    private static bool IsAcronym(string initials, string name)
    {
        if (initials.Length < 2 || initials.Contains(' ', StringComparison.Ordinal))
            return false;
        var words = name.Split(' ');
        var largeWords = words.Where(word => word is not ("of" or "the" or "and" or "for")).ToArray();
        return words.Length > 1 && (IsInitials(initials, words) || IsInitials(initials, largeWords));
    }

    private static bool IsInitials(string initials, string[] words) =>
        words.Length == initials.Length && words.Zip(initials).All(pair => pair.First.Length > 0 && pair.First[0] == pair.Second);
}
