using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>A document says of a place what it is: "Mahala is a Moslem village", "the town of Longyear"; and so it is in the rest of the document, whatever its name sounds like.</summary>
internal sealed class DescribedPlaces(ITagger tagger) : ITagger
{
    /// <summary>Words between "is a" and what it is.</summary>
    private const int MostBetween = 4;

    private static readonly FrozenSet<string> Kinds = WordSet.Of(
        "village town city hamlet parish suburb township municipality commune borough settlement neighbourhood neighborhood district province county island peninsula valley river lake mountain volcano");

    private static readonly FrozenSet<string> ManyKinds = WordSet.Of("villages towns cities hamlets parishes suburbs townships municipalities provinces districts islands");

    public string Identity => $"{tagger.Identity}+described";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        HashSet<string>? places = null;
        for (var i = 0; i < tags.Length; i++)
        {
            foreach (var span in TagScheme.Decode(tags[i]))
            {
                if (span.Type == TagScheme.Person && (IsDefined(sentences[i], span.End) || IsSaidBefore(sentences[i], tags[i], span.Start)))
                    (places ??= new(StringComparer.Ordinal)).Add(Name(sentences[i], span));
            }
        }

        for (var i = 0; places is not null && i < tags.Length; i++)
            Retag(places, sentences[i], ref tags[i]);
        return tags;
    }

    public void Dispose() => tagger.Dispose();

    /// <summary>"… is a village", "…, a small town".</summary>
    private static bool IsDefined(string[] words, int end)
    {
        var at = end;
        if (at < words.Length && words[at] is "is" or "was" or ",")
            at++;
        if (at == end || at >= words.Length || words[at] is not ("a" or "an" or "the"))
            return false;
        for (var i = at + 1; i < Math.Min(words.Length, at + MostBetween + 2); i++)
        {
            if (Kinds.Contains(words[i]))
                return i + 1 == words.Length || words[i + 1] is "in" or "of" or "and" or "on" or "near" or "about" or "some" or "," or "." or "north" or "south" or "east" or "west";
            if (!char.IsLetter(words[i][0]) || words[i] is "of" or "in" or "from" or "at" or "to" or "on" or "for" or "who" or "with")
                return false;
        }

        return false;
    }

    /// <summary>"the village of …", "towns of Barentsburg and …".</summary>
    private static bool IsSaidBefore(string[] words, byte[] tags, int start)
    {
        if (start >= 2 && words[start - 1] == "of" && (Kinds.Contains(words[start - 2]) || ManyKinds.Contains(words[start - 2])))
            return true;
        var of = start - 2;
        while (of > 0 && words[start - 1] is "and" or "," && tags[of] != TagScheme.Outside)
            of--;
        return of > 0 && of < start - 2 && words[of] == "of" && ManyKinds.Contains(words[of - 1]);
    }

    private static void Retag(HashSet<string> places, string[] words, ref byte[] tags)
    {
        if (TagScheme.Decode(tags).Any(span => span.Type == TagScheme.Person && places.Contains(Name(words, span))))
            tags = TagScheme.Encode(words.Length, TagScheme.Decode(tags).Select(span => span.Type == TagScheme.Person && places.Contains(Name(words, span)) ? span with { Type = TagScheme.Place } : span));
    }

    private static string Name(string[] words, TagSpan span) => string.Join(' ', words, span.Start, span.End - span.Start);
}
