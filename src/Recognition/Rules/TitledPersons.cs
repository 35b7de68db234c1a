using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>Tags names with the title Mr, Mrs or Ms as persons: "Mr al-Assad", "Mrs Washington".</summary>
internal sealed class TitledPersons : IDocumentRule
{
    /// <summary>Longer names after a title are seldom persons that were mistaken for something else.</summary>
    private const int MaxNameTokens = 3;

    /// <summary>Titles that only persons have. "Miss" also starts names of contests, and "Dr" those of streets.</summary>
    private static readonly FrozenSet<string> Titles = WordSet.Of("Mr Mr. Mrs Mrs. Ms Ms. MR MR. MRS MRS.");

    public string Name => "titled";

    public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var words = sentences[i];
            if (!Array.Exists(words, Titles.Contains))
                continue;
            SpanTypes.Change(tags[i], TagScheme.Person, span => span.Length <= MaxNameTokens && HasTitle(words, span));
            TagUnrecognised(words, tags[i]);
        }
    }

    /// <summary>Returns whether a title precedes the name or is its first token.</summary>
    private static bool HasTitle(string[] words, TagSpan span) =>
        (span.Start > 0 && Titles.Contains(words[span.Start - 1])) || (span.Length > 1 && Titles.Contains(words[span.Start]));

    /// <summary>Tags names that no tagger has found because they start with a lowercase article: "Mr al-Assad".</summary>
    private static void TagUnrecognised(string[] words, byte[] tags)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (tags[i] == TagScheme.Outside && Titles.Contains(words[i - 1]) && ArabicArticle.Without(words[i]).Length < words[i].Length)
                tags[i] = (byte)TagScheme.Unit(TagScheme.Person);
        }
    }
}
