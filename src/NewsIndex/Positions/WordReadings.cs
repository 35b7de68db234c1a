using NewsIndex.Analysis;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Positions;

/// <summary>
/// The words of a query as each language has them in <see cref="TextFields.Stems"/>. Each text is analysed once a language.
/// </summary>
internal sealed class WordReadings
{
    private readonly Dictionary<(string Text, string Language), List<AnalysedWord>> known = [];

    /// <summary>Empty when all words are stop words of the language.</summary>
    public IReadOnlyList<AnalysedWord> Of(string text, string language)
    {
        if (!known.TryGetValue((text, language), out var words))
            known[(text, language)] = words = NewsAnalyzer.Instance.Analyse(TextFields.Stems, language, text, WordUse.Query);
        return words;
    }

    /// <summary>
    /// Groups languages in which the same words and phrases of a query are stop words: for their articles the query is the same. Most
    /// queries have one group.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> GroupsOf(Query query, IReadOnlyList<string> languages)
    {
        if (languages.Count == 1)
            return [languages];
        var texts = TextsOf(query).Distinct(StringComparer.Ordinal).ToList();
        return [.. languages.GroupBy(language => string.Concat(texts.Select(text => Of(text, language).Count == 0 ? '-' : '+')),
            StringComparer.Ordinal).Select(group => group.ToList())];
    }

    private static IEnumerable<string> TextsOf(Query query) => query switch
    {
        Query.Word word => [word.Text],
        Query.Phrase phrase => [phrase.Text],
        _ => query.Parts.SelectMany(TextsOf),
    };
}
