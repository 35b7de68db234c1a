namespace Indexer.Extraction.Elements;

/// <summary>How alike two texts are that may be the same headline.</summary>
internal static class HeadlineWords
{
    private static readonly char[] Signs = [' ', ',', '.', ':', ';', '!', '?', '"', '\'', '“', '”', '„', '‘', '’', '»', '«', '–', '—', '-', '|', '(', ')', '/'];

    /// <summary>With fewer words, the only large heading of a page may be that of its section.</summary>
    private const int OfHeadline = 4;

    /// <summary>Null for what is too short to be known for a headline by itself.</summary>
    public static string? LongEnough(string? text) => text is not null && Of(text).Count >= OfHeadline ? text : null;

    /// <summary>Long enough to know a longer headline by.</summary>
    public static bool HasBegun(string text) => Of(text).Count >= OfHeadline - 1;

    public static bool Same(string a, string b) => Fold(a) == Fold(b);

    /// <summary>The letters and digits alone.</summary>
    public static string Fold(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    /// <summary>One text has nearly all words of the other.</summary>
    public static bool Overlaps(string heading, string other)
    {
        HashSet<string> words = Of(heading), others = Of(other);
        return words.Count >= 2 && others.Count >= 2
            && (words.Count(others.Contains) >= 0.7 * words.Count || others.Count(words.Contains) >= 0.85 * others.Count);
    }

    /// <summary>A text has all words of the other, and more.</summary>
    public static bool HasMoreThan(string text, string other) => Of(other).IsProperSubsetOf(Of(text));

    /// <summary>A text begins as the other, and goes on.</summary>
    public static bool Continues(string text, string other) =>
        Fold(other) is { Length: > 0 } begin && Fold(text) is var whole && whole.Length > begin.Length && whole.StartsWith(begin, StringComparison.Ordinal);

    public static HashSet<string> Of(string text) => [.. text.ToLowerInvariant().Split(Signs, StringSplitOptions.RemoveEmptyEntries)];
}
