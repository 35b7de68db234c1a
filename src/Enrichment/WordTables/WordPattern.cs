using System.Text.RegularExpressions;

namespace Enrichment.WordTables;

/// <summary>
/// Puts phrases of a <see cref="WordTable"/> into regular expressions. In a phrase, <c>*</c> stands for the rest of a word.
/// </summary>
/// <remarks>
/// The expressions are interpreted: compiling one at run time takes longer than all short texts that it is used on. To find many phrases
/// in long texts, use <see cref="PhraseSet"/>.
/// </remarks>
internal static class WordPattern
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Nothing = "(?!)";

    /// <summary>A regular expression around phrases.</summary>
    public static Regex Of(string pattern) => new(pattern, Options);

    /// <summary>As <see cref="Of"/>, for text in any case.</summary>
    public static Regex OfAnyCase(string pattern) => new(pattern, Options | RegexOptions.IgnoreCase);

    /// <summary>The pattern of any of the phrases. The longest phrase that matches wins; without phrases, nothing matches.</summary>
    public static string AnyOf(IEnumerable<string> phrases) =>
        $"(?:{string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).Select(Escape).DefaultIfEmpty(Nothing))})";

    private static string Escape(string phrase) => Regex.Escape(phrase).Replace(@"\*", @"\w*", StringComparison.Ordinal);
}
