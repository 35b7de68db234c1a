using System.Text.RegularExpressions;

namespace Indexer.Fields;

/// <summary>
/// Recognises texts that an API truncates, with the number of missing characters: <c>… [+1234 chars]</c> (NewsAPI, GNews).
/// </summary>
internal static partial class CutOffText
{
    /// <summary>Removes the mark at the end of a truncated text; returns other texts unchanged.</summary>
    public static string Of(string text)
    {
        var mark = text.LastIndexOf('[');
        if (mark < 0 || !RestMark().IsMatch(text.AsSpan(mark)))
            return text;
        var told = text[..mark].TrimEnd();
        return told.EndsWith('\u2026')
            ? told[..^1].TrimEnd()
            : told.EndsWith("...", StringComparison.Ordinal)
            ? told[..^3].TrimEnd()
            : told;
    }

    [GeneratedRegex(@"\A\[\+?\d+ chars\]\s*\z")]
    private static partial Regex RestMark();
}
