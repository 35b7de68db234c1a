using Lucene.Net.Index;

namespace NewsIndex.Lucene;

/// <summary>A word of a query as English articles have it in <see cref="Fields.Text"/>: one term, or several of a word with hyphens.</summary>
internal static class EnglishWord
{
    /// <returns>None of a stop word.</returns>
    public static List<Term> TermsOf(string word) => NewsAnalyzer.Instance.Analyse(Fields.Text, "en", word).ConvertAll(part => new Term(Fields.Text, part.Term));

    /// <summary>That of its rarest term; 0 without any.</summary>
    public static float Rarity(IEnumerable<Term> terms, IndexReader reader) =>
        terms.Select(term => Bm25.Idf(reader.MaxDoc, reader.DocFreq(term))).DefaultIfEmpty(0).Max();
}
