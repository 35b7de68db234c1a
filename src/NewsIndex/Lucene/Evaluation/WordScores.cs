using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Postings;
using NewsIndex.Lucene.Scoring;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Makes what scores a word in a segment, whose statistics are looked up when it scores.</summary>
/// <param name="boost">Boost of the query of the word.</param>
/// <param name="outerBoost">Product of the boosts around that query.</param>
/// <param name="profile">Null for a word in few articles.</param>
internal sealed class WordScores(
    Bm25 similarity, AtomicReader reader, Term term, float boost, float outerBoost, PostingList postings, PostingProfile? profile)
{
    public TermScores Make()
    {
        var lengths = LengthColumn.Of(reader, term.Field);
        if (QueryTraits.LanguageOf(term) is not { } language)
            return ByLanguage(lengths);
        var curve = similarity.CurveOf(term, language, boost, outerBoost);
        return new CurveScores(curve, lengths, profile?.BoundsOf(postings, curve, lengths));
    }

    private CurvesByLanguage ByLanguage(float[]? lengths) =>
        new(LanguageColumn.Of(reader), language => similarity.CurveOf(term, language, boost, outerBoost), lengths);
}
