using NewsIndex.Articles;
using NewsIndex.Entities;
using Recognition.Text;

namespace Indexer.Entities;

/// <summary>
/// Names of the alias table in a text of any language: as the table spells them, in capitals, and persons by two words or more. It finds
/// few, and what it finds is right: no rule of one language is used on another.
/// </summary>
internal sealed class KnownNames(AliasTable aliases)
{
    private const int MaxWords = 6;

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

    /// <summary>The token after the longest name that begins here, or null.</summary>
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
            // "US" and "ICE" in capitals are acronyms in one language and words in another.
            var isTooShort = words == 1 && (type == EntityType.Person || name.Length < 4);
            if (!isTooShort && aliases.Find(type, EntityName.Normalise(name)) is [_])
                return type;
        }

        return null;
    }
}
