using NewsIndex.Analysis;

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
        var stems = QueryAnalysis.PlainStems(text, code);
        var words = new List<QueryWord>(Math.Min(stems.Count, MaxWords));
        for (var (i, end) = (0, 0); i < stems.Count && words.Count < MaxWords; i = end)
        {
            var (terms, idf) = (new List<string>(1), 0f);
            for (; end < stems.Count && stems[end].Position == stems[i].Position; end++)
            {
                if (!terms.Contains(stems[end].Term))
                    terms.Add(stems[end].Term);
                idf = Math.Max(idf, statistics.Idf(stems[end].Term, language));
            }

            words.Add(new QueryWord(terms, FormOf(stems[i]), stems[i].Position, idf));
        }

        return new QueryWords(language, words);

        string? FormOf(AnalysedWord word) =>
            typed.TryGetValue(word.Start, out var form) && form.End == word.End ? form.Term : null;
    }

    /// <summary>Returns the words of a text as written, by their offsets.</summary>
    private static Dictionary<int, AnalysedWord> TypedForms(string text)
    {
        var forms = new Dictionary<int, AnalysedWord>();
        foreach (var word in QueryAnalysis.Exact(text))
            forms.TryAdd(word.Start, word);
        return forms;
    }
}
