using NewsIndex.Analysis;

namespace NewsIndex.Queries;

/// <summary>Which signs of a typed text are not searched, though another sign would make another word.</summary>
internal static class SearchedSigns
{
    /// <summary>The first run of such signs, between quotation marks; null when there is none.</summary>
    /// <remarks>An ampersand between words is searched, a hyphen joins words, and an address is its words side by side.</remarks>
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

    /// <summary>Whether the word at a place belongs to a web address.</summary>
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
