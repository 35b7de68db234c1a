using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Boilerplate;

/// <summary>The paragraphs of a body, and when two of them are one.</summary>
internal static partial class Paragraphs
{
    public const string Separator = "\n\n";

    public static string[] Of(Article article) => article.Body.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A paragraph without what may differ in white space and case. Empty where it has no letter: rules, stars and numbers of tables are nobody's.</summary>
    public static string Fold(string paragraph) =>
        paragraph.Any(char.IsLetter) ? Space().Replace(paragraph.Trim(), " ").ToLowerInvariant() : "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
