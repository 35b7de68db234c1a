using Lucene.Net.Index;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>Term statistics of headlines and bodies.</summary>
internal sealed class TextStatistics(IndexReader reader) : ITermStatistics
{
    private readonly LanguageStatistics statistics = LanguageStatistics.Of(reader);

    public IReadOnlyList<string> Languages => IndexedLanguages.Of(reader);

    public float Idf(string term, int language) => statistics.Idf(new Term(IndexFields.Text, term), language);
}
