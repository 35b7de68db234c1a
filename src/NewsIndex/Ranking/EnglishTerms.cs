using NewsIndex.Analysis;

namespace NewsIndex.Ranking;

/// <summary>Analyzes words as English; embeddings are English only.</summary>
internal static class EnglishTerms
{
    public const string Code = "en";

    /// <summary>See <see cref="LanguageAnalysis.NumberOf"/>.</summary>
    public static int Language { get; } = LanguageAnalysis.NumberOf(Code);

    /// <returns>One term for most words, several for a word with hyphens, none for a stop word.</returns>
    public static List<string> Of(string word) => NewsAnalyzer.Instance.Stems(Code, word).ConvertAll(part => part.Term);
}
