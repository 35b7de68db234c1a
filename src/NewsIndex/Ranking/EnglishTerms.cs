using NewsIndex.Analysis;

namespace NewsIndex.Ranking;

/// <summary>Words as English articles have them; embeddings and related words are those of English.</summary>
internal static class EnglishTerms
{
    public const string Code = "en";

    /// <summary>See <see cref="LanguageAnalysis.NumberOf"/>.</summary>
    public static int Language { get; } = LanguageAnalysis.NumberOf(Code);

    /// <returns>One term, several of a word with hyphens, none of a stop word.</returns>
    public static List<string> Of(string word) => NewsAnalyzer.Instance.Stems(Code, word).ConvertAll(part => part.Term);

    /// <summary>The largest inverse document frequency of some terms; 0 without any.</summary>
    public static float Idf(IEnumerable<string> terms, ITermStatistics statistics) =>
        terms.Select(term => statistics.Idf(term, Language)).DefaultIfEmpty(0).Max();
}
