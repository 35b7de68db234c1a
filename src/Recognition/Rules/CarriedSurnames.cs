using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>
/// Who was named in full is meant by the surname alone in the same document, though it is a word or a place elsewhere: "MaliVai Washington"
/// and then "Washington", "Billie Jean King" and then "King", "Moqtada al-Sadr" and then "Al-Sadr" or "Sadr".
/// </summary>
internal sealed class CarriedSurnames(ITagger tagger) : ITagger
{
    private const int ShortestSurname = 3;

    /// <summary>What stands before a place and hardly before a person.</summary>
    private static readonly FrozenSet<string> BeforePlaces = WordSet.Of("in In near Near outside throughout across downtown central southern northern eastern western");

    /// <summary>What says at the beginning of a sentence, where every word has a capital, that somebody is meant.</summary>
    private static readonly FrozenSet<string> AfterPersons = WordSet.Of("'s ’s said says told added was is has had who did also");

    /// <summary>End names without being the surname.</summary>
    private static readonly FrozenSet<string> Suffixes = WordSet.Of("Jr Jr. Sr Sr. II III IV");

    public string Identity => $"{tagger.Identity}+surnames";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        var surnames = Surnames(sentences, tags);
        if (surnames.Count > 0)
            KeepUnambiguous(surnames, sentences, tags);
        for (var i = 0; i < tags.Length && surnames.Count > 0; i++)
            Carry(surnames, sentences[i], tags[i]);
        return tags;
    }

    public void Dispose() => tagger.Dispose();

    private static HashSet<string> Surnames(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Length; i++)
        {
            for (var word = 1; word < tags[i].Length; word++)
            {
                if (tags[i][word] != TagScheme.Last(TagScheme.Person))
                    continue;
                var surname = ArabicArticle.Without(Suffixes.Contains(sentences[i][word]) ? sentences[i][word - 1] : sentences[i][word]);
                if (surname.Length >= ShortestSurname && char.IsUpper(surname[0]) && surname.Any(char.IsLower))
                    surnames.Add(surname);
            }
        }

        return surnames;
    }

    /// <summary>Less those that also begin or end other names of the document, or stand where a place does.</summary>
    private static void KeepUnambiguous(HashSet<string> surnames, IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var words = sentences[i];
            foreach (var span in TagScheme.Decode(tags[i]).Where(span => span.Type != TagScheme.Person))
            {
                if (span.End - span.Start > 1)
                    surnames.ExceptWith(words[span.Start..span.End].Select(ArabicArticle.Without));
                else if ((span.Start > 0 && BeforePlaces.Contains(words[span.Start - 1])) || IsCapitals(words[span.Start]))
                    surnames.RemoveWhere(surname => surname.Equals(words[span.Start], StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static void Carry(HashSet<string> surnames, string[] words, byte[] tags)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (surnames.Contains(ArabicArticle.Without(words[i])) && StandsAlone(words, tags, i))
                tags[i] = (byte)TagScheme.Unit(TagScheme.Person);
        }
    }

    private static bool StandsAlone(string[] words, byte[] tags, int at)
    {
        if (tags[at] != TagScheme.Outside)
            return TagScheme.Opens(tags[at]) && TagScheme.Closes(tags[at]);
        if (at + 1 < words.Length && char.IsUpper(words[at + 1][0]))
            return false;
        return at > 0 && char.IsLower(words[at - 1][^1]) ? !char.IsUpper(words[at - 1][0]) : at + 1 < words.Length && AfterPersons.Contains(words[at + 1]);
    }

    private static bool IsCapitals(string word) => word.Length > 1 && !word.Any(char.IsLower);
}
