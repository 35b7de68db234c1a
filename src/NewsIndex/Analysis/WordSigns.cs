using System.Globalization;

namespace NewsIndex.Analysis;

/// <summary>
/// Characters that belong to the spelling of a word: those of <c>C++</c>, <c>#MeToo</c>, <c>AT&amp;T</c>, <c>$5</c>, <c>50%</c>,
/// <c>.NET</c> and <c>well-being</c>. Words are indexed without them; the index stores them at each position for exact searches.
/// </summary>
/// <remarks>Ordinary punctuation (full stops, commas, quotation marks, brackets) is not included.</remarks>
internal static class WordSigns
{
    /// <summary>Maximum number of characters on one side of a word; a longer run is a line across a page.</summary>
    private const int MaxLength = 8;

    /// <summary>Returns true if a character next to a word changes its meaning, as in C++.</summary>
    public static bool IsSign(char c) => Plain(c) switch
    {
        '#' or '@' or '&' or '%' or '/' or '*' or '^' or '§' or '°' or '‰' => true,
        var other => char.GetUnicodeCategory(other) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol,
    };

    /// <summary>The characters right before a word.</summary>
    /// <param name="start">Start of the word.</param>
    public static string Before(ReadOnlySpan<char> text, int start)
    {
        if (JoinedByAmpersand(text, start - 1, -1))
            return "&";
        if (IsHyphen(text, start - 1) && IsWordCharacter(text, start - 2))
            return "-";
        if (start > 0 && Plain(text[start - 1]) == '/')
            return "/";
        var first = start;
        while (first > 0 && start - first <= MaxLength && IsPartOfRun(text[first - 1], mayBeStop: true))
            first--;
        // A full stop counts only at the start of a word, as in .NET.
        var run = text[first..start];
        var isSign = run.Length <= MaxLength && (!run.Contains('.') || (run.Length == 1 && !IsWordCharacter(text, first - 1)));
        return isSign ? Plain(run) : "";
    }

    /// <summary>The characters right after a word.</summary>
    /// <param name="end">The first character after the word.</param>
    public static string Behind(ReadOnlySpan<char> text, int end)
    {
        if (JoinedByAmpersand(text, end, 1))
            return "&";
        if (IsHyphen(text, end) && IsWordCharacter(text, end + 1))
            return "-";
        if (end < text.Length && Plain(text[end]) == '/')
            return "/";
        var last = end;
        while (last < text.Length && last - end <= MaxLength && IsPartOfRun(text[last], mayBeStop: false))
            last++;
        return last - end <= MaxLength ? Plain(text[end..last]) : "";
    }

    /// <summary>A slash separates words, each with its own characters: C++/C#.</summary>
    private static bool IsPartOfRun(char c, bool mayBeStop) => (IsSign(c) && Plain(c) != '/') || (mayBeStop && c == '.');

    /// <summary>An ampersand joins words with or without spaces around it: AT&amp;T, Marks &amp; Spencer.</summary>
    private static bool JoinedByAmpersand(ReadOnlySpan<char> text, int at, int step)
    {
        while (IsSpace(text, at))
            at += step;
        if (at < 0 || at >= text.Length || Plain(text[at]) != '&')
            return false;
        at += step;
        while (IsSpace(text, at))
            at += step;
        return IsWordCharacter(text, at);
    }

    private static bool IsSpace(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && text[at] is ' ' or '\u00A0';

    /// <summary>A hyphen in any form; the query reader also takes dashes for hyphens.</summary>
    private static bool IsHyphen(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && text[at] is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';

    private static bool IsWordCharacter(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static string Plain(ReadOnlySpan<char> signs)
    {
        Span<char> plain = stackalloc char[signs.Length];
        for (var i = 0; i < signs.Length; i++)
            plain[i] = Plain(signs[i]);
        return new string(plain);
    }

    /// <summary>Full-width characters count as those of ASCII.</summary>
    private static char Plain(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
