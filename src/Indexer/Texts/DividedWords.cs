using System.Text;
using System.Text.RegularExpressions;
using NewsIndex.Embeddings;

namespace Indexer.Texts;

/// <summary>
/// Joins words that were hyphenated at the end of a line (<c>Tues-</c>, <c>day</c>), by evidence of the other words of the text. In doubt,
/// a hyphen is kept only if both halves are words: <c>well-known</c>.
/// </summary>
/// <param name="lines">All lines of the text.</param>
internal sealed partial class DividedWords(IReadOnlyList<string> lines)
{
    /// <summary>Minimum length of a half, in letters; shorter ones are words by chance.</summary>
    private const int MinHalfLength = 3;

    /// <summary>
    /// Conjunctions after a hyphen that replaces the end of a later word: <c>Ein- und Ausfuhr</c>, <c>pre- and post-war</c>.
    /// </summary>
    private static readonly HashSet<string> Conjunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "to", "und", "oder", "bzw", "bis", "et", "ou", "y", "o", "e", "en", "of", "och", "eller", "og",
    };

    /// <summary>Prefixes that are written with a hyphen.</summary>
    private static readonly HashSet<string> Prefixes =
        new(StringComparer.OrdinalIgnoreCase) { "ex", "non", "peut", "quasi", "self", "vice" };

    private HashSet<string>? words;

    /// <summary>Appends a line to the text of its paragraph, with or without a space between.</summary>
    /// <param name="endsInSoftHyphen">True if the text ended in a soft hyphen, which was removed.</param>
    public void Join(StringBuilder paragraph, string line, bool endsInSoftHyphen)
    {
        if (endsInSoftHyphen)
        {
            paragraph.Append(line);
            return;
        }

        var isDivided = paragraph.Length > 1 && paragraph[^1] is ('-' or '\u2010' or '\u00AC');
        if (!isDivided || !char.IsLetterOrDigit(paragraph[^2]) || !char.IsLetterOrDigit(line[0]))
        {
            paragraph.Append(' ').Append(line);
            return;
        }

        // 1914-18, Covid-19
        if (char.IsDigit(paragraph[^2]) || char.IsDigit(line[0]))
        {
            paragraph.Append(line);
            return;
        }

        var (first, second) = (FirstHalf(paragraph), SecondHalf().Match(line).Value);
        if (Conjunctions.Contains(second))
            paragraph.Append(' ');
        else if (!IsPartOfCompound(paragraph, first) && IsOneWord(first, second))
            paragraph.Length--;
        paragraph.Append(line);
    }

    /// <summary>The half before the hyphen: the last part of a word with several hyphens.</summary>
    private static string FirstHalf(StringBuilder paragraph)
    {
        var end = paragraph.Length - 1;
        var begin = end;
        while (begin > 0 && (char.IsLetter(paragraph[begin - 1]) || paragraph[begin - 1] is '\'' or '\u2019'))
            begin--;
        return paragraph.ToString(begin, end - begin);
    }

    /// <summary>up-to-date has hyphens already.</summary>
    private static bool IsPartOfCompound(StringBuilder paragraph, string first) =>
        paragraph.Length > first.Length + 2 && paragraph[^(first.Length + 2)] == '-';

    private bool IsOneWord(string first, string second)
    {
        // Anglo-Saxon, Nord-Süd: a capital starts another word, unless all letters are capitals.
        if (char.IsUpper(second[0]) && !(first.Length > 1 && !first.Any(char.IsLower) && !second.Any(char.IsLower)))
            return false;
        words ??= WordsOf(lines);
        if (words.Contains($"{first}{second}"))
            return true;
        if (words.Contains($"{first}-{second}"))
            return false;
        if (WordVectors.Knows($"{first}{second}".ToLowerInvariant()))
            return true;
        return !Prefixes.Contains(first) && !(IsWord(first) && IsWord(second));
    }

    private bool IsWord(string half) =>
        half.Length >= MinHalfLength && (words!.Contains(half) || WordVectors.Knows(half.ToLowerInvariant()));

    private static HashSet<string> WordsOf(IEnumerable<string> lines)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isDivided = false;
        foreach (var line in lines)
        {
            // Halves at line ends are what is to be decided, and no evidence.
            words.UnionWith(Whole().Matches(line).Skip(isDivided ? 1 : 0).Select(word => word.Value));
            isDivided = line is [.., '-' or '\u2010' or '\u00AC'];
        }

        return words;
    }

    [GeneratedRegex(@"\A[\p{L}'\u2019]+")]
    private static partial Regex SecondHalf();

    /// <summary>Words with their hyphens, except one at the end of a line.</summary>
    [GeneratedRegex(@"(?>\p{L}[\p{L}'\u2019]*(-\p{L}[\p{L}'\u2019]*)*)(?![-\u2010\u00AC])")]
    private static partial Regex Whole();
}
