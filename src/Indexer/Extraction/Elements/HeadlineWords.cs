namespace Indexer.Extraction.Elements;

/// <summary>Compares texts that may be versions of the same headline.</summary>
internal static class HeadlineWords
{
    private static readonly char[] Separators =
        [' ', ',', '.', ':', ';', '!', '?', '"', '\'', '“', '”', '„', '‘', '’', '»', '«', '–', '—', '-', '|', '(', ')', '/'];

    /// <summary>Minimum number of words of a headline; a shorter main heading may be the name of a section.</summary>
    private const int MinWords = 4;

    /// <summary>The text itself; null if it has fewer than four words.</summary>
    public static string? LongEnough(string? text) => text is not null && Of(text).Count >= MinWords ? text : null;

    /// <summary>Returns true for a text of at least three words, enough to identify a longer headline by its start.</summary>
    public static bool HasBegun(string text) => Of(text).Count >= MinWords - 1;

    /// <summary>Returns true if the texts have the same letters and digits, without case.</summary>
    public static bool Same(string a, string b) => Fold(a) == Fold(b);

    /// <summary>Letters and digits in lower case.</summary>
    public static string Fold(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    /// <summary>Returns true if one text has nearly all words of the other; both need at least two words.</summary>
    public static bool Overlaps(string heading, string other)
    {
        HashSet<string> words = Of(heading), others = Of(other);
        return words.Count >= 2 && others.Count >= 2
            && (words.Count(others.Contains) >= 0.7 * words.Count || others.Count(words.Contains) >= 0.85 * others.Count);
    }

    /// <summary>Returns true if a text has all words of the other and at least one more.</summary>
    public static bool HasMoreThan(string text, string other) => Of(other).IsProperSubsetOf(Of(text));

    /// <summary>Returns true if a text starts with the other and is longer.</summary>
    public static bool Continues(string text, string other) =>
        Fold(other) is { Length: > 0 } begin && Fold(text) is var whole
        && whole.Length > begin.Length && whole.StartsWith(begin, StringComparison.Ordinal);

    /// <summary>Distinct words in lower case.</summary>
    public static HashSet<string> Of(string text) => [.. text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
}
