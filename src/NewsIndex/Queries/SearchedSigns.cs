using NewsIndex.Analysis;

namespace NewsIndex.Queries;

/// <summary>Finds characters of a typed text that are not searched although they change the word.</summary>
internal static class SearchedSigns
{
    /// <summary>The first run of such characters, between quotation marks; null if there is none.</summary>
    /// <remarks>An ampersand between words is searched, a hyphen joins words, and a URL is a phrase of its words.</remarks>
    public static string? Unsearched(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWord(text, i))
                continue;
            if (!IsWord(text, i - 1) && SignOf(WordSigns.Before(text, i)) is { } before)
                return IsAddress(text, i) ? null : before;
            if (!IsWord(text, i + 1) && SignOf(WordSigns.Behind(text, i + 1)) is { } behind)
                return IsAddress(text, i) ? null : behind;
        }

        return null;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static string? SignOf(string signs) => signs is "" or "&" or "-" ? null : $"\"{signs}\"";

    /// <summary>Returns true if the word at a position belongs to a URL.</summary>
    private static bool IsAddress(string text, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]))
            from--;
        while (to < text.Length && !char.IsWhiteSpace(text[to]))
            to++;
        var word = text.AsSpan(from, to - from);
        return word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }
}
