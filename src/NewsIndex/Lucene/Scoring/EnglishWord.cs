using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Scoring;

/// <summary>A word of a query as English articles have it in <see cref="IndexFields.Text"/>: one term, or several of a word with hyphens.</summary>
internal static class EnglishWord
{
    /// <summary>The number of English: see <see cref="LanguageAnalysis.NumberOf"/>.</summary>
    public static int Language { get; } = LanguageAnalysis.NumberOf("en");

    /// <returns>None of a stop word.</returns>
    public static List<Term> TermsOf(string word) => NewsAnalyzer.Instance.Analyse(IndexFields.Text, "en", word).ConvertAll(part => new Term(IndexFields.Text, part.Term));

    /// <summary>That of its rarest term among English articles; 0 without any.</summary>
    public static float Rarity(IEnumerable<Term> terms, IndexReader reader) =>
        terms.Select(term => LanguageStatistics.Of(reader).Idf(term, Language)).DefaultIfEmpty(0).Max();
}
