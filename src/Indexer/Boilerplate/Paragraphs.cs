using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Boilerplate;

/// <summary>Splits bodies into paragraphs and decides when two paragraphs are equal.</summary>
internal static partial class Paragraphs
{
    public const string Separator = "\n\n";

    /// <summary>Paragraphs of an article.</summary>
    public static string[] Of(Article article) => article.Body.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Normalises white space and case. Empty if the paragraph has no letter: rules, stars and numbers of tables are not boilerplate.
    /// </summary>
    public static string Fold(string paragraph) =>
        paragraph.Any(char.IsLetter) ? Space().Replace(paragraph.Trim(), " ").ToLowerInvariant() : "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
