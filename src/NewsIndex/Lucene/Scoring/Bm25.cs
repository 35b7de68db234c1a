using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Okapi BM25 with the exact length of each article. Lucene.NET 4.8's own keeps lengths in one byte, so that articles of 500 and of 600
/// words count as equally long.
/// </summary>
/// <remarks>
/// Rarity and average length are those among the articles of an article's language: a word that an English archive is full of is not rare
/// because it has one French article.
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; the logarithm is of 1 + odds, as in Lucene,
/// so that a word in more than half of the articles never counts against one.
/// </remarks>
/// <param name="reader">Of the generation that is searched; null for writing.</param>
internal sealed class Bm25(float k1, float b, IndexReader? reader) : Similarity
{
    /// <summary>Lengths do not depend on the parameters.</summary>
    public static Bm25 ForWriting { get; } = new(1.2f, 0.75f, null);

    public LanguageStatistics Statistics =>
        LanguageStatistics.Of(reader ?? throw new InvalidOperationException("this BM25 is for writing, and cannot score"));

    public override long ComputeNorm(FieldInvertState state) => state.Length - state.NumOverlap;

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collection, params TermStatistics[] terms)
    {
        // A phrase is as rare as its words together.
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
        // Filters are weighed too and never score: what their terms count is looked up when first asked for.
        return ours.Language is { } only ? ScorerOf(only) : new ScorerByLanguage(column, ScorerOf);

        SimScorer ScorerOf(int language) =>
            new Scorer(ours.ValueIn(language) * (k1 + 1), k1 * (1 - b), k1 * b / Statistics.AverageLength(ours.FieldName, language), k1,
                lengths);
    }

    /// <summary>What a word, a phrase or a group counts in a field.</summary>
    /// <param name="language">The only one whose articles can have it; null for any.</param>
    /// <param name="idf">By language.</param>
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

    private sealed class Scorer(float weight, float floor, float perWord, float unnormed, NumericDocValues? lengths) : SimScorer
    {
        public override float Score(int doc, float freq) =>
            weight * freq / (freq + (lengths is null ? unnormed : floor + (perWord * lengths.Get(doc))));

        public override float ComputeSlopFactor(int distance) => SlopFactor(distance);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
