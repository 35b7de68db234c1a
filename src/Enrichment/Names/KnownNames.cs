using NewsIndex.Articles;
using NewsIndex.Entities;
using Recognition.Text;

namespace Enrichment.Names;

/// <summary>
/// Finds names of the alias table in text of any language. Favours precision: spellings must be those of the table, names start with a
/// capital, persons have at least two words, and no rule of one language is applied to another.
/// </summary>
internal sealed class KnownNames(AliasTable aliases)
{
    /// <summary>Maximum number of words in a name.</summary>
    private const int MaxWords = 6;

    /// <summary>Mentions in headline and body, in the order of the text.</summary>
    public List<Mention> Find(string headline, string body)
    {
        var mentions = new List<Mention>();
        Add(headline, MentionZone.Headline, mentions);
        Add(body, MentionZone.Body, mentions);
        return mentions;
    }

    private void Add(string text, MentionZone zone, List<Mention> mentions)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            for (var first = 0; first < sentence.Length;)
                first = TryAdd(text, sentence, first, zone, mentions) ?? first + 1;
        }
    }

    /// <summary>
    /// Adds the longest name that starts at a token; returns the index of the next token, or null if no name starts here.
    /// </summary>
    private int? TryAdd(string text, Token[] sentence, int first, MentionZone zone, List<Mention> mentions)
    {
        if (!char.IsUpper(sentence[first].Text[0]) || sentence[first].Text.Length < 2)
            return null;
        for (var length = Math.Min(MaxWords, sentence.Length - first); length > 0; length--)
        {
            var (start, end) = (sentence[first].Start, sentence[first + length - 1].End);
            var name = text[start..end];
            if (TypeOf(name, length) is not { } type)
                continue;
            mentions.Add(new Mention(type, name, zone, start, end));
            return first + length;
        }

        return null;
    }

    private EntityType? TypeOf(string name, int words)
    {
        foreach (var type in Enum.GetValues<EntityType>())
        {
            // Short words such as "US" and "ICE" are acronyms in one language and common words in another.
            var isTooShort = words == 1 && (type == EntityType.Person || name.Length < 4);
            if (!isTooShort && aliases.Find(type, EntityName.Normalise(name)) is [_])
                return type;
        }

        return null;
    }
}
