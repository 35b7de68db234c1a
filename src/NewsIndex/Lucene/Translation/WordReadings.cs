using NewsIndex.Analysis;
using NewsIndex.Lucene.Schema;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>
/// The words of one query as each language has them in <see cref="IndexFields.Text"/>. Each text is analyzed once for each language.
/// </summary>
internal sealed class WordReadings
{
    private readonly Dictionary<(string Text, string Language), List<AnalysedWord>> known = [];

    /// <summary>None when the language leaves out all of the text.</summary>
    public IReadOnlyList<AnalysedWord> Of(string text, string language)
    {
        if (!known.TryGetValue((text, language), out var words))
            known[(text, language)] = words = NewsAnalyzer.Instance.Analyse(IndexFields.Text, language, text, WordUse.Query);
        return words;
    }

    /// <summary>
    /// Puts languages that leave out the same words and phrases of a query into one group: for their articles the query is the same. Most
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
