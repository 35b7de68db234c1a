using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>
/// Tags a person as a place, in the whole document, if the document describes it as one: "Mahala is a Moslem village", "the town of
/// Longyear".
/// </summary>
internal sealed class DescribedPlaces : IDocumentRule
{
    /// <summary>Words between the article and the noun in "is a small village".</summary>
    private const int MaxWordsBetween = 4;

    private static readonly FrozenSet<string> Nouns = WordSet.Of(
        "village town city hamlet parish suburb township municipality commune borough settlement neighbourhood neighborhood district " +
        "province county island peninsula valley river lake mountain volcano");

    private static readonly FrozenSet<string> PluralNouns = WordSet.Of(
        "villages towns cities hamlets parishes suburbs townships municipalities provinces districts islands");

    /// <summary>Words that may follow the noun. "A village teacher" describes a person.</summary>
    private static readonly FrozenSet<string> AfterNoun = WordSet.Of("in of and on near about some , . north south east west");

    /// <summary>Words that start another phrase before the noun is reached: "is a man from the village".</summary>
    private static readonly FrozenSet<string> PhraseStarts = WordSet.Of("of in from at to on for who with");

    public string Name => "described";

    public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        var places = Places(sentences, tags);
        for (var i = 0; i < tags.Length && places.Count > 0; i++)
            TagAsPlaces(places, sentences[i], tags[i]);
    }

    /// <summary>The names that are tagged as persons and described as places.</summary>
    private static HashSet<string> Places(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Length; i++)
        {
            foreach (var span in TagScheme.Decode(tags[i]).Where(span => span.Type == TagScheme.Person))
            {
                if (IsDescribedAfter(sentences[i], span.End) || IsDescribedBefore(sentences[i], tags[i], span.Start))
                    places.Add(NameOf(sentences[i], span));
            }
        }

        return places;
    }

    /// <summary>"… is a village", "…, a small town".</summary>
    private static bool IsDescribedAfter(string[] words, int end)
    {
        var article = end + 1;
        if (article >= words.Length || words[end] is not ("is" or "was" or ",") || words[article] is not ("a" or "an" or "the"))
            return false;
        for (var i = article + 1; i < Math.Min(words.Length, article + MaxWordsBetween + 2); i++)
        {
            if (Nouns.Contains(words[i]))
                return i + 1 == words.Length || AfterNoun.Contains(words[i + 1]);
            if (!char.IsLetter(words[i][0]) || PhraseStarts.Contains(words[i]))
                return false;
        }

        return false;
    }

    /// <summary>"the village of …", "towns of Barentsburg and …".</summary>
    private static bool IsDescribedBefore(string[] words, byte[] tags, int start)
    {
        if (start >= 2 && words[start - 1] == "of" && (Nouns.Contains(words[start - 2]) || PluralNouns.Contains(words[start - 2])))
            return true;
        var of = start - 2;
        while (of > 0 && words[start - 1] is "and" or "," && tags[of] != TagScheme.Outside)
            of--;
        return of > 0 && of < start - 2 && words[of] == "of" && PluralNouns.Contains(words[of - 1]);
    }

    private static void TagAsPlaces(HashSet<string> places, string[] words, byte[] tags) =>
        SpanTypes.Change(tags, TagScheme.Place, span => span.Type == TagScheme.Person && places.Contains(NameOf(words, span)));

    private static string NameOf(string[] words, TagSpan span) => string.Join(' ', words, span.Start, span.Length);
}
