using Recognition.Tagging;

namespace Recognition.Rules;

/// <summary>
/// How cricketers were out: "Aamir Sohail c Croft b Gough 33" names three, the one who was out, who caught and who bowled; "st" and "lbw"
/// stand as "c" does. Nothing is taken for it where a sentence has but one of these.
/// </summary>
internal sealed class Scorecards(ITagger tagger) : ITagger
{
    private const int LongestName = 3;

    public string Identity => $"{tagger.Identity}+scorecards";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        for (var i = 0; i < tags.Length; i++)
        {
            var players = Array.Exists(sentences[i], word => word == "b") ? Players(sentences[i]) : [];
            if (players.Count == 0)
                continue;
            players.AddRange(TagScheme.Decode(tags[i]).Where(span => !players.Exists(player => player.Start < span.End && player.End > span.Start)).ToList());
            tags[i] = TagScheme.Encode(tags[i].Length, players);
        }

        return tags;
    }

    public void Dispose() => tagger.Dispose();

    private static List<TagSpan> Players(string[] words)
    {
        List<TagSpan> players = [];
        var outs = 0;
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (!IsHow(words[i]))
                continue;
            var before = NameBefore(words, i);
            var after = NameAfter(words, i + 1);
            if ((before == i && !IsHow(words[i - 1])) || (after == i + 1 && !IsHow(words[after])))
                continue;
            outs++;
            Add(players, before, i);
            Add(players, i + 1, after);
        }

        return outs < 2 ? [] : players;
    }

    /// <summary>Who stands between two of the letters is met twice; names must not overlap.</summary>
    private static void Add(List<TagSpan> players, int start, int end)
    {
        if (start < end && (players.Count == 0 || players[^1].End <= start))
            players.Add(new TagSpan(start, end, TagScheme.Person));
    }

    private static bool IsHow(string word) => word is "c" or "b" or "st" or "lbw";

    private static int NameBefore(string[] words, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestName && IsName(words[start - 1]))
            start--;
        return start;
    }

    private static int NameAfter(string[] words, int start)
    {
        var end = start;
        while (end < words.Length && end - start < LongestName && IsName(words[end]))
            end++;
        return end;
    }

    private static bool IsName(string word) => char.IsUpper(word[0]);
}
