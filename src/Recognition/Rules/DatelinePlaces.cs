using System.Collections.Frozen;
using Recognition.Tagging;

namespace Recognition.Rules;

/// <summary>What a report is dated from is a place, whatever its name sounds like: "OAK BROOK, Ill., March 3 -"; and so it is in the rest of the document.</summary>
internal sealed class DatelinePlaces(ITagger tagger) : ITagger
{
    /// <summary>Tokens between a place and the month: a comma, a region of three words, a comma.</summary>
    private const int MostBetween = 5;

    private static readonly FrozenSet<string> Months =
        "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec."
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public string Identity => $"{tagger.Identity}+datelines";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        for (var i = 0; i < tags.Length; i++)
        {
            if (TagScheme.Opens(tags[i][0]) && TagScheme.Decode(tags[i]).First() is { Type: not TagScheme.Place } first && IsDated(sentences[i], first.End))
                Retag(sentences, tags, sentences[i][..first.End]);
        }

        return tags;
    }

    public void Dispose() => tagger.Dispose();

    /// <summary>A region may follow the place; the month and the day, and a dash or the agency, have to.</summary>
    private static bool IsDated(string[] words, int end)
    {
        if (end >= words.Length || words[end] != ",")
            return false;
        var month = Array.FindIndex(words, end, Math.Min(MostBetween + 1, words.Length - end), Months.Contains);
        return month > 0 && month + 2 < words.Length && words[month + 1] is [>= '0' and <= '9', ..] and { Length: <= 2 } && words[month + 2] is "-" or "--" or "–" or "—" or "(" or "/";
    }

    private static void Retag(IReadOnlyList<string[]> sentences, byte[][] tags, string[] name)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var spans = TagScheme.Decode(tags[i]).ToList();
            if (!spans.Exists(span => IsNamed(sentences[i], span, name)))
                continue;
            tags[i] = TagScheme.Encode(tags[i].Length, spans.Select(span => IsNamed(sentences[i], span, name) ? span with { Type = TagScheme.Place } : span));
        }
    }

    private static bool IsNamed(string[] words, TagSpan span, string[] name)
    {
        if (span.End - span.Start != name.Length)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (!words[span.Start + i].Equals(name[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }
}
