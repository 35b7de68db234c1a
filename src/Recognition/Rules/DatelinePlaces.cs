using System.Collections.Frozen;
using Recognition.Tagging;

namespace Recognition.Rules;

/// <summary>
/// Tags the name in a dateline as a place, and so in the rest of the document: "OAK BROOK, Ill., March 3 - …".
/// </summary>
internal sealed class DatelinePlaces : IDocumentRule
{
    /// <summary>Tokens between the place and the month: a comma, a region of three words, a comma.</summary>
    private const int MaxTokensBetween = 5;

    private static readonly FrozenSet<string> Months =
        ("January February March April May June July August September October November December " +
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public string Name => "datelines";

    public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (!TagScheme.StartsName(tags[i][0]))
                continue;
            var first = TagScheme.Decode(tags[i]).First();
            if (first.Type != TagScheme.Place && IsDateline(sentences[i], first.End))
                TagAsPlace(sentences, tags, sentences[i][..first.End]);
        }
    }

    /// <summary>
    /// Returns whether a dateline continues at <paramref name="end"/>: a comma, perhaps a region, a month, a day, and then a dash or the
    /// agency in parentheses.
    /// </summary>
    private static bool IsDateline(string[] words, int end)
    {
        if (end >= words.Length || words[end] != ",")
            return false;
        var month = Array.FindIndex(words, end, Math.Min(MaxTokensBetween + 1, words.Length - end), Months.Contains);
        return month > 0
            && month + 2 < words.Length
            && IsDay(words[month + 1])
            && words[month + 2] is "-" or "--" or "–" or "—" or "(" or "/";
    }

    private static bool IsDay(string word) => word is [>= '0' and <= '9', ..] and { Length: <= 2 };

    private static void TagAsPlace(IReadOnlyList<string[]> sentences, byte[][] tags, string[] name)
    {
        for (var i = 0; i < tags.Length; i++)
            SpanTypes.Change(tags[i], TagScheme.Place, span => IsSameName(sentences[i], span, name));
    }

    private static bool IsSameName(string[] words, TagSpan span, string[] name) =>
        words.AsSpan(span.Start, span.Length).SequenceEqual(name, StringComparer.OrdinalIgnoreCase);
}
