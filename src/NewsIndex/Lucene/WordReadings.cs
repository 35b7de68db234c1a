using NewsIndex.Analysis;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene;

/// <summary>The words of one query as each language has them in <see cref="Fields.Text"/>. Each text is analyzed once for each language.</summary>
internal sealed class WordReadings
{
    private readonly Dictionary<(string Text, string Language), List<AnalysedWord>> known = [];

    /// <summary>None when the language leaves out all of the text.</summary>
    public IReadOnlyList<AnalysedWord> Of(string text, string language)
    {
        if (!known.TryGetValue((text, language), out var words))
            known[(text, language)] = words = NewsAnalyzer.Instance.Analyse(Fields.Text, language, text, WordUse.Query);
        return words;
    }

    /// <summary>
    /// The stop words of a language that are parts of a longer word, such as "it" of <c>fox-it</c> and "at" of <c>AT&amp;T</c>, as they are written:
    /// without them, every fox would be found. By position.
    /// </summary>
    public IReadOnlyDictionary<int, AnalysedWord> PartsLeftOut(string text, string language)
    {
        var read = Of(text, language);
        var written = NewsAnalyzer.Instance.Analyse(Fields.TextExact, "", text);
        return written.Where(word => !read.Any(other => other.Position == word.Position && other.Places == 1) && IsPart(text, word, written) && Of(word.Term, language).Count == 0)
            .DistinctBy(word => word.Position).ToDictionary(word => word.Position);
    }

    /// <summary>Whether no space parts a word from the one before or behind it.</summary>
    private static bool IsPart(string text, AnalysedWord word, List<AnalysedWord> all) =>
        all.Exists(other => other.End <= word.Start ? !text[other.End..word.Start].Any(char.IsWhiteSpace) : other.Start >= word.End && !text[word.End..other.Start].Any(char.IsWhiteSpace));

    /// <summary>
    /// Puts languages that leave out the same words and phrases of a query into one group: for their articles the query is the same. Most
    /// queries have one group.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> GroupsOf(Query query, IReadOnlyList<string> languages)
    {
        if (languages.Count == 1)
            return [languages];
        var texts = TextsOf(query).Distinct(StringComparer.Ordinal).ToList();
        return [.. languages.GroupBy(language => string.Concat(texts.Select(text => Of(text, language).Count == 0 ? '-' : '+')), StringComparer.Ordinal).Select(group => group.ToList())];
    }

    private static IEnumerable<string> TextsOf(Query query) => query switch
    {
        Query.Word word => [word.Text],
        Query.Phrase phrase => [phrase.Text],
        _ => query.Parts.SelectMany(TextsOf),
    };
}
