using NewsIndex.Analysis;
using NewsIndex.Positions;

namespace NewsIndex.Ranking;

/// <summary>The scoring words of a query in one language, without its stop words.</summary>
/// <param name="Language">Number of the language.</param>
internal sealed record QueryWords(int Language, IReadOnlyList<QueryWord> Words)
{
    /// <summary>Maximum words; bounds the cost of very long queries.</summary>
    private const int MaxWords = 32;

    /// <summary>Sum of the idf of all words.</summary>
    public float Idf { get; } = Words.Sum(word => word.Idf);

    /// <summary>Analyses a text in each language of an archive. A language in which it has only stop words is left out.</summary>
    public static IReadOnlyList<QueryWords> Of(string text, ITermStatistics statistics)
    {
        var typed = TypedForms(text);
        return [.. statistics.Languages.Select(code => Of(code, text, typed, statistics)).Where(language => language.Words.Count > 0)];
    }

    private static QueryWords Of(string code, string text, Dictionary<int, AnalysedWord> typed, ITermStatistics statistics)
    {
        var language = LanguageAnalysis.NumberOf(code);
        var words = NewsAnalyzer.Instance.Stems(code, text).GroupBy(word => word.Position).Take(MaxWords).Select(
            spellings => new QueryWord(
                [.. spellings.Select(word => word.Term).Distinct(StringComparer.Ordinal)],
                FormOf(spellings.First()),
                spellings.Key,
                spellings.Max(word => statistics.Idf(word.Term, language))));
        return new QueryWords(language, [.. words]);

        string? FormOf(AnalysedWord word) =>
            typed.TryGetValue(word.Start, out var form) && form.End == word.End ? form.Term : null;
    }

    /// <summary>Returns the words of a text as written, by their offsets.</summary>
    private static Dictionary<int, AnalysedWord> TypedForms(string text)
    {
        var forms = new Dictionary<int, AnalysedWord>();
        foreach (var word in NewsAnalyzer.Instance.Analyse(TextFields.Exact, "", text))
            forms.TryAdd(word.Start, word);
        return forms;
    }
}
