using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>
/// Corrects the bounds of persons of several tokens. Numbers, asterisks and unpaired parentheses split names ("Mushtaq Ahmed 46 M.
/// Atherton", but "50 Cent"), a weekday at the end is cut off ("Insulza Monday"), and the place of a dateline becomes a name of its own
/// ("Glenn Somerville WASHINGTON 1996-08-30").
/// </summary>
internal sealed class PersonBounds : IDocumentRule
{
    /// <summary>Tokens after a dateline's place in which its date is looked for: a comma, a region of two words, the date.</summary>
    private const int MaxTokensToDate = 4;

    private static readonly FrozenSet<string> Weekdays = WordSet.Of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");

    public string Name => "bounds";

    public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var words = sentences[i];
            var spans = TagScheme.Decode(tags[i]);
            if (spans.Any(span => IsSplit(words, span)))
                tags[i] = TagScheme.Encode(words.Length, spans.SelectMany(span => IsSplit(words, span) ? Split(words, span) : [span]));
        }
    }

    private static bool IsSplit(string[] words, TagSpan span)
    {
        if (span.Type != TagScheme.Person || span.Length == 1)
            return false;
        for (var i = span.Start; i < span.End; i++)
        {
            if (IsSeparator(words, span, i))
                return true;
        }

        return DatelineStart(words, span) < span.End;
    }

    /// <summary>The persons between separators, then the place of the dateline if there is one.</summary>
    private static IEnumerable<TagSpan> Split(string[] words, TagSpan span)
    {
        var dateline = DatelineStart(words, span);
        var start = span.Start;
        for (var i = start; i <= dateline; i++)
        {
            if (i < dateline && !IsSeparator(words, span, i))
                continue;
            if (i > start)
                yield return new TagSpan(start, i, TagScheme.Person);
            start = i + 1;
        }

        if (dateline < span.End)
            yield return new TagSpan(dateline, span.End, TagScheme.Place);
    }

    private static bool IsSeparator(string[] words, TagSpan span, int at) => words[at] switch
    {
        "(" => Array.IndexOf(words, ")", at, span.End - at) < 0,
        ")" => Array.IndexOf(words, "(", span.Start, at - span.Start) < 0,
        "*" => true,
        var word => (at > span.Start && IsNumber(word)) || (at == span.End - 1 && Weekdays.Contains(word)),
    };

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) && !word.Any(char.IsLetter);

    /// <summary>
    /// Returns where the capitals at the end of a name start, if at least two other words precede them and a date follows; otherwise the
    /// end of the name.
    /// </summary>
    private static int DatelineStart(string[] words, TagSpan span)
    {
        var start = span.End;
        while (start - 1 > span.Start && IsAllCapitals(words[start - 1]))
            start--;
        var isDateline = start - span.Start >= 2 && start < span.End && !IsAllCapitals(words[start - 1]) && IsDated(words, span.End);
        return isDateline ? start : span.End;
    }

    private static bool IsAllCapitals(string word) => word.Length > 2 && word.All(letter => char.IsUpper(letter) || letter == '-');

    /// <summary>Returns whether a date in digits follows, perhaps after a region: "1996-08-30", ", Norway 1996-08-30".</summary>
    private static bool IsDated(string[] words, int end)
    {
        for (var i = end; i < Math.Min(words.Length, end + MaxTokensToDate); i++)
        {
            if (char.IsAsciiDigit(words[i][0]))
                return true;
            if (words[i] != "," && !char.IsUpper(words[i][0]))
                return false;
        }

        return false;
    }
}
