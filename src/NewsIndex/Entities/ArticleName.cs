using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>A name, for comparison with the other names of its article.</summary>
/// <param name="key">See <see cref="NameKey.Of"/>.</param>
/// <param name="written">The name as written in the text.</param>
internal sealed class ArticleName(EntityType type, string key, string written, int number, Mention? mention = null)
{
    private static readonly string[] Small = ["of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "to"];

    public EntityType Type => type;

    public string Key => key;

    /// <summary>Key of a person's name with all initials.</summary>
    public string FullKey { get; } = type == EntityType.Person ? NameKey.WithInitials(written) : key;

    /// <summary>
    /// Initials of the words between the first and the last, as written: "h" of Henry H. Baker, "hw" of George H.W. Bush.
    /// </summary>
    public string MiddleInitials =>
        FullKey.Split(' ') is [_, .. var middle, _] ? string.Concat(middle.Select(word => word.Length <= 2 ? word : word[..1])) : "";

    /// <summary>"sm" of Sheikh Mohammad Anwar: titles count, since initials include them.</summary>
    public string GivenInitials =>
        string.Concat(NameKey.Said(written).Split(' ')[..^1].Where(word => word.Length > 0).Select(word => word[0]));

    /// <summary>SM Anwar, JK Rowling.</summary>
    public bool BeginsWithInitials { get; } = written.Split(' ', 2)[0] is { Length: 2 or 3 } first && first.All(char.IsUpper);

    /// <summary>J. K. Rowling, J.K. Rowling, and J. Rowling too.</summary>
    public bool BeginsWithDottedInitials { get; } = written.Length > 2 && char.IsUpper(written[0])
        && (written[1] == '.' || (written[1] == ' ' && char.IsUpper(written[2])));

    /// <summary>Number in the order of the article.</summary>
    public int Number => number;

    /// <summary>The mention; null for a name that the archive gives beside the text.</summary>
    public Mention? Mention => mention;

    public string[] Words { get; } = key.Split(' ');

    public bool HasSpace => Words.Length > 1;

    public bool HasComma { get; } = written.Contains(',', StringComparison.Ordinal);

    /// <summary>The town of "town, region"; empty for other names.</summary>
    public string BeforeComma { get; } =
        type == EntityType.Place && written.IndexOf(',', StringComparison.Ordinal) is var comma and > 0
            ? NameKey.Of(written[..comma], type)
            : "";

    /// <summary>The letters of an acronym, "npa" of NPA and "ms" of M&amp;S; null for other names.</summary>
    public string? Acronym { get; } = AcronymOf(key, written);

    public bool StartsWith(string word) => Words[0] == word;

    public bool EndsWith(string word) => Words[^1] == word;

    private static string? AcronymOf(string key, string written)
    {
        if (!written.Any(char.IsUpper) || written.Any(char.IsLower))
            return null;
        var words = key.Split(' ');
        if (words is [{ Length: >= 2 and <= 6 }])
            return key;
        return words.Length > 1 && written.Contains('&', StringComparison.Ordinal)
            && Array.TrueForAll(words, word => word is "and" || word.Length == 1)
            ? string.Concat(words.Where(word => word != "and"))
            : null;
    }

    public bool HasInitials(string initials) =>
        Spells(initials, Words) || Spells(initials, [.. Words.Where(word => !Small.Contains(word))]);

    private static bool Spells(string initials, string[] words)
    {
        if (words.Length != initials.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i][0] != initials[i])
                return false;
        }

        return true;
    }
}
