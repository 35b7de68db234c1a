using System.Buffers;

namespace NewsIndex.Analysis;

/// <summary>Finds the ends of sentences and paragraphs by punctuation, in any language.</summary>
public static class SentenceEnds
{
    /// <summary>Abbreviations before a name or number; their full stop does not end a sentence.</summary>
    private static readonly HashSet<string> ShortForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "gen", "col", "lt", "maj", "capt", "cpl", "sgt", "cmdr", "adm", "gov",
        "sen", "rep", "pres", "st", "mt", "ft",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "vs", "no", "nos",
        "vol", "fig", "approx", "dept", "univ", "assn", "bros",
    };

    /// <summary>All characters at which <see cref="EndsAt"/> may be true.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("\n。！？.!?…\"”’')]»");

    /// <summary>The offset after the sentence that holds a character.</summary>
    public static int After(string text, int place)
    {
        var last = FirstIn(text, place, text.Length);
        if (last < 0)
            return text.Length;
        return text[last] == '\n' ? last : last + 1;
    }

    /// <summary>The first offset of a range at which a sentence ends; -1 if none does.</summary>
    public static int FirstIn(string text, int start, int end)
    {
        while (start < end && text.AsSpan(start, end - start).IndexOfAny(Signs) is var step and >= 0)
        {
            if (EndsAt(text, start + step))
                return start + step;
            start += step + 1;
        }

        return -1;
    }

    /// <summary>The last offset of a range at which a sentence ends; -1 if none does.</summary>
    public static int LastIn(string text, int start, int end)
    {
        while (start < end && text.AsSpan(start, end - start).LastIndexOfAny(Signs) is var step and >= 0)
        {
            if (EndsAt(text, start + step))
                return start + step;
            end = start + step;
        }

        return -1;
    }

    /// <summary>Returns true if a paragraph break begins at a character.</summary>
    public static bool IsParagraphEnd(string text, int at) => text[at] == '\n' && at + 1 < text.Length && text[at + 1] == '\n';

    /// <summary>Returns true if a sentence ends at a character; closing quotation marks and brackets belong to the sentence.</summary>
    public static bool EndsAt(string text, int at)
    {
        if (text[at] == '\n')
            return IsParagraphEnd(text, at);
        if (text[at] is '。' or '！' or '？')
            return true;
        if (IsCloser(text[at]))
            return at > 0 && EndsWithStop(text, at) && (at + 1 == text.Length || !IsCloser(text[at + 1])) && BeginsAfter(text, at);
        return IsStop(text[at]) && (at + 1 == text.Length || !IsCloser(text[at + 1])) && BeginsAfter(text, at) && !IsShortForm(text, at);
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…';

    private static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or ')' or ']' or '»';

    private static bool EndsWithStop(string text, int at)
    {
        var i = at;
        while (i > 0 && IsCloser(text[i]))
            i--;
        return IsStop(text[i]);
    }

    /// <summary>White space that no lower-case letter follows.</summary>
    private static bool BeginsAfter(string text, int at)
    {
        var next = at + 1;
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
            return false;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next == text.Length || !char.IsLower(text[next]);
    }

    /// <summary>"U.S. exports", "J. Baker" and "Gov. Newsom" do not end a sentence.</summary>
    private static bool IsShortForm(string text, int at)
    {
        if (text[at] != '.')
            return false;
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        var word = text.AsSpan(start, at - start);
        if (word.Length == 1)
            return char.IsUpper(word[0]);
        return word.Length is > 1 and < 8 && char.IsUpper(word[0]) && ShortForms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
