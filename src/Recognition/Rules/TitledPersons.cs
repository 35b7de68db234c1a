using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>Whoever is called Mr or Mrs is a person, whatever the name sounds like: "Mr al-Assad", "Mrs Washington".</summary>
internal sealed class TitledPersons(ITagger tagger) : ITagger
{
    /// <summary>Words of a name that may have been taken for something else.</summary>
    private const int LongestName = 3;

    /// <summary>Titles that nothing but a person has. "Miss" begins names of contests, "Dr" those of streets.</summary>
    private static readonly FrozenSet<string> Titles = WordSet.Of("Mr Mr. Mrs Mrs. Ms Ms. MR MR. MRS MRS.");

    public string Identity => $"{tagger.Identity}+titled";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        for (var i = 0; i < tags.Length; i++)
        {
            if (sentences[i].Any(Titles.Contains))
                Retag(sentences[i], ref tags[i]);
        }

        return tags;
    }

    public void Dispose() => tagger.Dispose();

    private static void Retag(string[] words, ref byte[] tags)
    {
        var spans = TagScheme.Decode(tags).ToList();
        var changed = false;
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Type == TagScheme.Person || spans[i].End - spans[i].Start > LongestName || !IsTitled(words, spans[i]))
                continue;
            spans[i] = spans[i] with { Type = TagScheme.Person };
            changed = true;
        }

        for (var title = 0; title + 1 < words.Length; title++)
        {
            if (Titles.Contains(words[title]) && tags[title + 1] == TagScheme.Outside
                && ArabicArticle.Without(words[title + 1]).Length < words[title + 1].Length)
            {
                spans.Add(new TagSpan(title + 1, title + 2, TagScheme.Person));
                changed = true;
            }
        }

        if (changed)
            tags = TagScheme.Encode(words.Length, spans.OrderBy(span => span.Start));
    }

    /// <summary>The title stands before the name, or was taken for its first word.</summary>
    private static bool IsTitled(string[] words, TagSpan span) =>
        (span.Start > 0 && Titles.Contains(words[span.Start - 1])) || (span.End - span.Start > 1 && Titles.Contains(words[span.Start]));
}
