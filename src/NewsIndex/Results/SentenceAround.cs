using NewsIndex.Analysis;

namespace NewsIndex.Results;

/// <summary>Finds the sentence around a range by full stops and line ends; long sentences are cut at a word.</summary>
public static class SentenceAround
{
    /// <summary>The most characters on each side.</summary>
    private const int Reach = 300;

    public static TextRange Of(string text, TextRange place)
    {
        var start = place.Start;
        while (start > 0 && place.Start - start < Reach && !EndsBefore(text, start))
            start--;
        var end = place.End;
        while (end < text.Length && end - place.End < Reach && !EndsAt(text, end))
            end++;
        if (end < text.Length && end - place.End < Reach)
            end++;
        while (start < place.Start && (char.IsWhiteSpace(text[start]) || IsInsideWord(text, start)))
            start++;
        while (end > place.End && (char.IsWhiteSpace(text[end - 1]) || IsInsideWord(text, end)))
            end--;
        return new TextRange(start, end);
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);

    private static bool EndsBefore(string text, int at) =>
        text[at - 1] == '\n' || (at >= 2 && char.IsWhiteSpace(text[at - 1]) && EndsAt(text, at - 2));

    private static bool EndsAt(string text, int at) => text[at] == '\n' || SentenceEnds.EndsAt(text, at);
}
