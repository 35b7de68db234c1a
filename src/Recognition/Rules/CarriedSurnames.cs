using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>
/// Tags a surname alone as a person if the document names the person in full, even where the surname is also a word or a place:
/// "MaliVai Washington" … "Washington", "Billie Jean King" … "King", "Moqtada al-Sadr" … "Al-Sadr" or "Sadr".
/// </summary>
internal sealed class CarriedSurnames : IDocumentRule
{
    private const int MinSurnameLength = 3;

    /// <summary>Words that precede places and rarely precede persons.</summary>
    private static readonly FrozenSet<string> PlaceContext = WordSet.Of(
        "in In near Near outside throughout across downtown central southern northern eastern western");

    /// <summary>Words that follow persons. Needed at the start of a sentence, where the capital letter is no evidence.</summary>
    private static readonly FrozenSet<string> PersonContext = WordSet.Of("'s ’s said says told added was is has had who did also");

    /// <summary>Last words of names that are not surnames.</summary>
    private static readonly FrozenSet<string> Suffixes = WordSet.Of("Jr Jr. Sr Sr. II III IV");

    public string Name => "surnames";

    public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        var surnames = Surnames(sentences, tags);
        if (surnames.Count > 0)
            RemoveAmbiguous(surnames, sentences, tags);
        for (var i = 0; i < tags.Length && surnames.Count > 0; i++)
            TagAsPersons(surnames, sentences[i], tags[i]);
    }

    private static HashSet<string> Surnames(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Length; i++)
        {
            for (var word = 1; word < tags[i].Length; word++)
            {
                if (tags[i][word] == TagScheme.Last(TagScheme.Person) && Surname(sentences[i], word) is { } surname)
                    surnames.Add(surname);
            }
        }

        return surnames;
    }

    /// <summary>The surname of a name that ends at <paramref name="last"/>; null if it is too short or not in mixed case.</summary>
    private static string? Surname(string[] words, int last)
    {
        var surname = ArabicArticle.Without(Suffixes.Contains(words[last]) ? words[last - 1] : words[last]);
        return surname.Length >= MinSurnameLength && char.IsUpper(surname[0]) && surname.Any(char.IsLower) ? surname : null;
    }

    /// <summary>Removes surnames that are part of other names of the document or that appear in the context of a place.</summary>
    private static void RemoveAmbiguous(HashSet<string> surnames, IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var words = sentences[i];
            foreach (var span in TagScheme.Decode(tags[i]).Where(span => span.Type != TagScheme.Person))
            {
                if (span.Length > 1)
                    surnames.ExceptWith(words[span.Start..span.End].Select(ArabicArticle.Without));
                else if ((span.Start > 0 && PlaceContext.Contains(words[span.Start - 1])) || IsAllCapitals(words[span.Start]))
                    surnames.RemoveWhere(surname => surname.Equals(words[span.Start], StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static void TagAsPersons(HashSet<string> surnames, string[] words, byte[] tags)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (surnames.Contains(ArabicArticle.Without(words[i])) && IsWholeName(words, tags, i))
                tags[i] = (byte)TagScheme.Unit(TagScheme.Person);
        }
    }

    /// <summary>Returns whether a word is a name of one token: by its tag, or by its neighbours if it has none.</summary>
    private static bool IsWholeName(string[] words, byte[] tags, int at)
    {
        if (tags[at] != TagScheme.Outside)
            return TagScheme.StartsName(tags[at]) && TagScheme.EndsName(tags[at]);
        if (at + 1 < words.Length && char.IsUpper(words[at + 1][0]))
            return false;
        return at > 0 && char.IsLower(words[at - 1][^1])
            ? !char.IsUpper(words[at - 1][0])
            : at + 1 < words.Length && PersonContext.Contains(words[at + 1]);
    }

    private static bool IsAllCapitals(string word) => word.Length > 1 && !word.Any(char.IsLower);
}
