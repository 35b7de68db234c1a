using NewsIndex.Analysis;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Positions;

/// <summary>
/// The languages that read the words of a query alike.
/// </summary>
internal static class LanguageGroups
{
    /// <summary>
    /// Groups languages in which the same words and phrases of a query are stop words: for their articles the query is the same. Most
    /// queries have one group.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(Query query, IReadOnlyList<string> languages)
    {
        if (languages.Count == 1)
            return [languages];
        var texts = TextsOf(query).Distinct(StringComparer.Ordinal).ToList();
        if (!languages.Any(language => texts.Exists(text => IsStopped(text, language))))
            return [languages];
        return [.. languages.GroupBy(language => string.Concat(texts.Select(text => IsStopped(text, language) ? '-' : '+')),
            StringComparer.Ordinal).Select(group => group.ToList())];
    }

    /// <summary>True when all words of a text are stop words of a language.</summary>
    private static bool IsStopped(string text, string language) => QueryAnalysis.Stems(text, language).Count == 0;

    private static IEnumerable<string> TextsOf(Query query) => query switch
    {
        Query.Word word => [word.Text],
        Query.Phrase phrase => [phrase.Text],
        _ => query.Parts.SelectMany(TextsOf),
    };
}
