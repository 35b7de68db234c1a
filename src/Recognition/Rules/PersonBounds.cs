using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>
/// Where the name of a person of several words ends: numbers, stars and a parenthesis without its other half part names ("Mushtaq Ahmed 46
/// M. Atherton", but "50 Cent"), days of the week follow them ("Insulza Monday"), and a place that a report is dated from begins another
/// ("Glenn Somerville WASHINGTON 1996-08-30").
/// </summary>
internal sealed class PersonBounds(ITagger tagger) : ITagger
{
    private static readonly FrozenSet<string> Days = WordSet.Of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");

    public string Identity => $"{tagger.Identity}+bounds";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        for (var i = 0; i < tags.Length; i++)
        {
            var words = sentences[i];
            if (TagScheme.Decode(tags[i]).Any(span => IsMixed(words, span)))
                tags[i] = TagScheme.Encode(words.Length, TagScheme.Decode(tags[i]).SelectMany(span => IsMixed(words, span) ? Parts(words, span) : [span]));
        }

        return tags;
    }

    public void Dispose() => tagger.Dispose();

    /// <summary>Whether there is anything in a name that parts it.</summary>
    private static bool IsMixed(string[] words, TagSpan span)
    {
        if (span.Type != TagScheme.Person || span.End - span.Start == 1)
            return false;
        for (var i = span.Start; i < span.End; i++)
        {
            if (IsParting(words, span, i))
                return true;
        }

        return DatelineIn(words, span) < span.End;
    }

    private static IEnumerable<TagSpan> Parts(string[] words, TagSpan span)
    {
        var dateline = DatelineIn(words, span);
        var start = span.Start;
        for (var i = start; i <= dateline; i++)
        {
            if (i < dateline && !IsParting(words, span, i))
                continue;
            if (i > start)
                yield return new TagSpan(start, i, TagScheme.Person);
            start = i + 1;
        }

        if (dateline < span.End)
            yield return new TagSpan(dateline, span.End, TagScheme.Place);
    }

    private static bool IsParting(string[] words, TagSpan span, int at) => words[at] switch
    {
        "(" => Array.IndexOf(words, ")", at, span.End - at) < 0,
        ")" => Array.IndexOf(words, "(", span.Start, at - span.Start) < 0,
        "*" => true,
        var word => (at > span.Start && IsNumber(word)) || (at == span.End - 1 && Days.Contains(word)),
    };

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) && !word.Any(char.IsLetter);

    /// <summary>Where words in capitals begin that end a name of at least two others, with a date behind them; its end where none do.</summary>
    private static int DatelineIn(string[] words, TagSpan span)
    {
        var start = span.End;
        while (start - 1 > span.Start && IsCapitals(words[start - 1]))
            start--;
        return start - span.Start >= 2 && start < span.End && !IsCapitals(words[start - 1]) && IsDated(words, span.End) ? start : span.End;
    }

    private static bool IsCapitals(string word) => word.Length > 2 && word.All(letter => char.IsUpper(letter) || letter == '-');

    /// <summary>A day in figures follows within a region's length: "1996-08-30", ", Norway 1996-08-30", ", Aug 30".</summary>
    private static bool IsDated(string[] words, int end)
    {
        for (var i = end; i < Math.Min(words.Length, end + 4); i++)
        {
            if (char.IsAsciiDigit(words[i][0]))
                return true;
            if (words[i] != "," && !char.IsUpper(words[i][0]))
                return false;
        }

        return false;
    }
}
