using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Postings;
using NewsIndex.Lucene.Scoring;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Makes what scores a word in a segment, whose statistics are looked up when it scores.</summary>
/// <param name="boost">Boost of the query of the word.</param>
/// <param name="outerBoost">Product of the boosts around that query.</param>
/// <param name="profile">Null for a word in few articles.</param>
internal sealed class WordScores(
    IndexSearcher searcher, AtomicReader reader, Term term, float boost, float outerBoost, PostingList postings, PostingProfile? profile)
{
    /// <summary>Read when it scores: what only counts may have a searcher without it.</summary>
    private Bm25 Similarity => (Bm25)searcher.Similarity;

    public TermScores Make()
    {
        var lengths = LengthColumn.Of(reader, term.Field);
        if (QueryTraits.LanguageOf(term) is not { } language)
            return ByLanguage(lengths);
        var curve = Similarity.CurveOf(term, language, boost, outerBoost);
        return new CurveScores(curve, lengths, profile?.BoundsOf(postings, curve, lengths));
    }

    private CurvesByLanguage ByLanguage(float[]? lengths) =>
        new(LanguageColumn.Of(reader), language => Similarity.CurveOf(term, language, boost, outerBoost), lengths);
}
