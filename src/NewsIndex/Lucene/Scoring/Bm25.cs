using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Okapi BM25 with exact article lengths. Lucene.NET 4.8 stores lengths in one byte, which makes articles of 500 and 600 words equally
/// long.
/// </summary>
/// <remarks>
/// Idf and average length are those of the article's language, so that a frequent English word has no high idf in an archive with one
/// French article. Formula: see <see cref="OkapiBm25"/>.
/// </remarks>
/// <param name="reader">Reader of the searched generation; null for writing.</param>
internal sealed class Bm25(float k1, float b, IndexReader? reader) : Similarity
{
    /// <summary>Instance for writing: the stored lengths do not depend on the parameters.</summary>
    public static Bm25 ForWriting { get; } = new(1.2f, 0.75f, null);

    public LanguageStatistics Statistics =>
        LanguageStatistics.Of(reader ?? throw new InvalidOperationException("this BM25 has no reader; expected one for scoring"));

    public override long ComputeNorm(FieldInvertState state) => state.Length - state.NumOverlap;

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collection, params TermStatistics[] terms)
    {
        // The idf of a phrase is the sum over its words.
        if (LanguageStatistics.LanguageOf(collection.Field, terms[0].Term) is { } language)
            return new TextWeight(collection.Field, language,
                _ => (float)terms.Sum(term => (double)OkapiBm25.Idf(Statistics.Articles(language), term.DocFreq)), queryBoost);
        return new TextWeight(collection.Field, null,
            each => (float)terms.Sum(term => (double)Statistics.Idf(new Term(collection.Field, term.Term), each)), queryBoost);
    }

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context)
    {
        var ours = (TextWeight)weight;
        var column = LanguageColumn.Of(context.AtomicReader);
        var lengths = context.AtomicReader.GetNormValues(ours.FieldName);
        // Lucene creates weights for filters too, which never score; their statistics are read lazily.
        return ours.Language is { } only ? ScorerOf(only) : new ScorerByLanguage(column, ScorerOf);

        SimScorer ScorerOf(int language) => new Scorer(CurveOf(ours, language), lengths);
    }

    /// <summary>Returns the curve of a word in the articles of a language.</summary>
    /// <param name="boost">Boost of the query of the word.</param>
    /// <param name="outerBoost">Product of the boosts around that query.</param>
    public Bm25Curve CurveOf(Term term, int language, float boost, float outerBoost) =>
        CurveOf(Statistics.Idf(term, language) * boost * outerBoost, term.Field, language);

    /// <summary>Returns the weight of a phrase, whose idf is the sum over its words.</summary>
    /// <param name="terms">All spellings of all words, of one field and one language.</param>
    /// <param name="boost">Boost of the query of the phrase.</param>
    /// <param name="outerBoost">Product of the boosts around that query.</param>
    public TextWeight WeightOf(IReadOnlyList<Term> terms, float boost, float outerBoost)
    {
        var weight = new TextWeight(
            terms[0].Field, LanguageStatistics.LanguageOf(terms[0].Field, terms[0].Bytes),
            each => (float)terms.Sum(term => (double)Statistics.Idf(term, each)), boost);
        weight.Normalize(1, outerBoost);
        return weight;
    }

    public Bm25Curve CurveOf(TextWeight weight, int language) => CurveOf(weight.ValueIn(language), weight.FieldName, language);

    private Bm25Curve CurveOf(float weight, string field, int language) =>
        new(weight * (k1 + 1), k1 * (1 - b), k1 * b / Statistics.AverageLength(field, language), k1);

    /// <summary>Weight of a word, a phrase or a group in a field.</summary>
    /// <param name="language">The only language whose articles can match; null for any.</param>
    /// <param name="idf">Idf by language number.</param>
    internal sealed class TextWeight(string fieldName, int? language, Func<int, float> idf, float queryBoost) : SimWeight
    {
        private readonly Dictionary<int, float> known = [];
        private float topLevelBoost = 1;

        public string FieldName => fieldName;

        public int? Language => language;

        public float ValueIn(int number)
        {
            if (!known.TryGetValue(number, out var own))
                known[number] = own = idf(number);
            return own * queryBoost * topLevelBoost;
        }

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost) => this.topLevelBoost = topLevelBoost;
    }

    private sealed class ScorerByLanguage(LanguageColumn column, Func<int, SimScorer> make) : SimScorer
    {
        private readonly SimScorer?[] made = new SimScorer?[LanguageSet.Capacity];

        public override float Score(int doc, float freq) => (made[column[doc]] ??= make(column[doc])).Score(doc, freq);

        public override float ComputeSlopFactor(int distance) => SlopFactor(distance);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }

    private static float SlopFactor(int distance) => 1f / (distance + 1);

    private sealed class Scorer(Bm25Curve curve, NumericDocValues? lengths) : SimScorer
    {
        public override float Score(int doc, float freq) =>
            lengths is null ? curve.ScoreWithoutLength(freq) : curve.Score(freq, lengths.Get(doc));

        public override float ComputeSlopFactor(int distance) => SlopFactor(distance);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
