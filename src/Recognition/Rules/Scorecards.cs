using Recognition.Tagging;

namespace Recognition.Rules;

/// <summary>
/// Tags the players of cricket scorecards. "Aamir Sohail c Croft b Gough 33" names the batsman, the catcher and the bowler; "st" (stumped)
/// and "lbw" (leg before wicket) are read like "c". A sentence needs two such abbreviations to count as a scorecard.
/// </summary>
internal sealed class Scorecards : IDocumentRule
{
    private const int MinDismissals = 2;
    private const int MaxNameTokens = 3;

    public string Name => "scorecards";

    public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var players = Array.Exists(sentences[i], word => word == "b") ? Players(sentences[i]) : [];
            if (players.Count == 0)
                continue;
            var others = TagScheme.Decode(tags[i]).Where(span => !players.Exists(player => Overlap(player, span)));
            tags[i] = TagScheme.Encode(tags[i].Length, players.Concat(others));
        }
    }

    private static List<TagSpan> Players(string[] words)
    {
        List<TagSpan> players = [];
        var dismissals = 0;
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (!IsDismissal(words[i]))
                continue;
            var before = NameStart(words, i);
            var after = NameEnd(words, i + 1);
            if ((before == i && !IsDismissal(words[i - 1])) || (after == i + 1 && !IsDismissal(words[after])))
                continue;
            dismissals++;
            Add(players, before, i);
            Add(players, i + 1, after);
        }

        return dismissals < MinDismissals ? [] : players;
    }

    /// <summary>Adds a player unless it overlaps the last one: a name between two abbreviations is found twice.</summary>
    private static void Add(List<TagSpan> players, int start, int end)
    {
        if (start < end && (players.Count == 0 || players[^1].End <= start))
            players.Add(new TagSpan(start, end, TagScheme.Person));
    }

    private static bool Overlap(TagSpan a, TagSpan b) => a.Start < b.End && a.End > b.Start;

    private static bool IsDismissal(string word) => word is "c" or "b" or "st" or "lbw";

    private static int NameStart(string[] words, int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxNameTokens && char.IsUpper(words[start - 1][0]))
            start--;
        return start;
    }

    private static int NameEnd(string[] words, int start)
    {
        var end = start;
        while (end < words.Length && end - start < MaxNameTokens && char.IsUpper(words[end][0]))
            end++;
        return end;
    }
}
