using System.Text.RegularExpressions;

namespace Indexer.WordTables;

/// <summary>Turns phrases of a <see cref="WordTable"/> into regular expressions. In a phrase, <c>*</c> stands for the rest of a word.</summary>
internal static class WordPattern
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Compiled;

    /// <summary>A regular expression around phrases. It is compiled at run time, since its phrases are read then.</summary>
    public static Regex Compile(string pattern) => new(pattern, Options);

    /// <summary>As <see cref="Compile"/>, for text in any case.</summary>
    public static Regex CompileIgnoringCase(string pattern) => new(pattern, Options | RegexOptions.IgnoreCase);

    private const string Nothing = "(?!)";

    /// <summary>The pattern of any of the phrases. The longest phrase that matches wins; without phrases, nothing matches.</summary>
    public static string AnyOf(IEnumerable<string> phrases) =>
        $"(?:{string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).Select(Escape).DefaultIfEmpty(Nothing))})";

    /// <summary>
    /// As <see cref="AnyOf"/>, for phrases that match whole words only. Phrases in other scripts than Latin, Greek and Cyrillic also match
    /// inside of a longer word: those scripts write words without spaces between them or join prefixes to them.
    /// </summary>
    public static string AnyWordOf(IEnumerable<string> phrases)
    {
        var byBounds = phrases.ToLookup(HasWordBounds);
        return $@"(?:\b{AnyOf(byBounds[true])}\b|{AnyOf(byBounds[false])})";
    }

    private static bool HasWordBounds(string phrase) =>
        char.IsLetterOrDigit(phrase[0]) && (char.IsLetterOrDigit(phrase[^1]) || phrase[^1] == '*')
        && phrase.All(c => !char.IsLetter(c) || IsLatinGreekOrCyrillic(c));

    private static bool IsLatinGreekOrCyrillic(char letter) => letter is < '\u0530' or (>= '\u1E00' and < '\u2000');

    private static string Escape(string phrase) => Regex.Escape(phrase).Replace(@"\*", @"\w*", StringComparison.Ordinal);
}
