using System.Globalization;
using System.Text;

namespace Enrichment.WordTables;

/// <summary>Finds phrases of a <see cref="WordTable"/> in text. Ignores case.</summary>
/// <remarks>
/// <para>
/// A phrase matches whole words; <c>*</c> at its end stands for the rest of a word. A phrase that starts or ends with a sign, or has
/// letters of other scripts than Latin, Greek and Cyrillic, also matches inside of a longer word: those scripts write words without spaces
/// between them or join prefixes to them.
/// </para>
/// <para>A trie, since a table has hundreds of phrases and is searched for in every line of a page.</para>
/// </remarks>
internal sealed class PhraseSet
{
    private const char RestOfWord = '*';

    private readonly Node words = new();
    private readonly Node parts = new();

    public PhraseSet(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
            Add(phrase.ToLowerInvariant());
    }

    /// <summary>Length of the longest phrase that starts at an index of a text, in characters; 0 if none does.</summary>
    public int LengthAt(string text, int index)
    {
        var asPart = LongestFrom(parts, text, index, isWhole: false);
        return index > 0 && IsWordCharacter(text[index - 1])
            ? asPart
            : Math.Max(asPart, LongestFrom(words, text, index, isWhole: true));
    }

    /// <summary>Ranges of phrases in a text, from the left and without overlaps.</summary>
    public IEnumerable<(int Begin, int End)> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (LengthAt(text, i) is not (> 0 and var length))
                continue;
            yield return (i, i + length);
            i += length - 1;
        }
    }

    /// <summary>Replaces each phrase in a text.</summary>
    public string Replace(string text, char replacement)
    {
        var replaced = new StringBuilder(text.Length);
        var begin = 0;
        foreach (var phrase in In(text))
        {
            replaced.Append(text, begin, phrase.Begin - begin).Append(replacement);
            begin = phrase.End;
        }

        return replaced.Append(text, begin, text.Length - begin).ToString();
    }

    private void Add(string phrase)
    {
        var hasRest = phrase[^1] == RestOfWord;
        var node = IsOfWords(phrase) ? words : parts;
        foreach (var c in hasRest ? phrase[..^1] : phrase)
            node = node.Follow(c);
        node.EndsPhrase |= !hasRest;
        node.EndsStem |= hasRest;
    }

    private static bool IsOfWords(string phrase) =>
        char.IsLetterOrDigit(phrase[0]) && (char.IsLetterOrDigit(phrase[^1]) || phrase[^1] == RestOfWord)
        && phrase.All(c => !char.IsLetter(c) || IsLatinGreekOrCyrillic(c));

    private static bool IsLatinGreekOrCyrillic(char letter) => letter is < '\u0530' or (>= '\u1E00' and < '\u2000');

    private static int LongestFrom(Node root, string text, int index, bool isWhole)
    {
        var end = index;
        var node = root;
        for (var i = index; i < text.Length && node.Next.TryGetValue(char.ToLowerInvariant(text[i]), out var next);)
        {
            node = next;
            i++;
            if (node.EndsPhrase && (!isWhole || i == text.Length || !IsWordCharacter(text[i])))
                end = i;
            if (node.EndsStem)
                end = Math.Max(end, EndOfWord(text, i));
        }

        return end - index;
    }

    private static int EndOfWord(string text, int index)
    {
        while (index < text.Length && IsWordCharacter(text[index]))
            index++;
        return index;
    }

    /// <summary>The characters of <c>\w</c> in regular expressions, and the joiners that Indic and Persian words contain.</summary>
    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || c is '\u200C' or '\u200D'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ConnectorPunctuation;

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public bool EndsPhrase { get; set; }

        /// <summary>A phrase ends here with the rest of a word after it.</summary>
        public bool EndsStem { get; set; }

        public Node Follow(char c)
        {
            if (!Next.TryGetValue(c, out var next))
                Next[c] = next = new Node();
            return next;
        }
    }
}
