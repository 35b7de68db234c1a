using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace NewsIndex.Lucene;

/// <summary>
/// Okapi BM25 with the exact length of each article. Lucene.NET 4.8's own keeps lengths in one byte, so that articles of 500 and of 600
/// words count as equally long.
/// </summary>
/// <remarks>
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; the logarithm is of 1 + odds, as in Lucene,
/// so that a word in more than half of the articles never counts against one.
/// </remarks>
internal sealed class Bm25(float k1, float b) : Similarity
{
    /// <summary>For writing: lengths do not depend on the parameters.</summary>
    public static Bm25 Default { get; } = new(1.2f, 0.75f);

    public override long ComputeNorm(FieldInvertState state) => state.Length - state.NumOverlap;

    /// <summary>How rare a word is: more than 0.</summary>
    public static float Idf(long articles, long with) => (float)Math.Log(1 + ((articles - with + 0.5) / (with + 0.5)));

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collection, params TermStatistics[] terms)
    {
        // A phrase is as rare as its words together.
        var idf = terms.Sum(term => (double)Idf(collection.MaxDoc, term.DocFreq));
        return WeightOf(collection, (float)idf, queryBoost);
    }

    /// <summary>For what is not one word or phrase.</summary>
    public static TextWeight WeightOf(CollectionStatistics collection, float idf, float queryBoost)
    {
        var (articles, words) = (collection.MaxDoc, collection.SumTotalTermFreq);
        var averageLength = words > 0 && articles > 0 ? (float)(words / (double)articles) : 1;
        return new TextWeight(collection.Field, idf, queryBoost, averageLength);
    }

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context)
    {
        var ours = (TextWeight)weight;
        return new Scorer(ours.Value * (k1 + 1), k1 * (1 - b), k1 * b / ours.AverageLength, k1, context.AtomicReader.GetNormValues(ours.FieldName));
    }

    internal sealed class TextWeight(string fieldName, float idf, float queryBoost, float averageLength) : SimWeight
    {
        public string FieldName => fieldName;

        public float AverageLength => averageLength;

        public float Value { get; private set; } = idf * queryBoost;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost) => Value = idf * queryBoost * topLevelBoost;
    }

    private sealed class Scorer(float weight, float floor, float perWord, float unnormed, NumericDocValues? lengths) : SimScorer
    {
        public override float Score(int doc, float freq) =>
            weight * freq / (freq + (lengths is null ? unnormed : floor + (perWord * lengths.Get(doc))));

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
