using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Positions;
using LuceneQuery = Lucene.Net.Search.Query;
using SimScorer = Lucene.Net.Search.Similarities.Similarity.SimScorer;

namespace NewsIndex.Lucene.Positions;

/// <summary>
/// Matches articles in which a plan has an interval, and scores them by BM25 over the number of intervals. Lucene's own spans know no
/// sentences, count two words as one, and answer <c>a NEAR/5 a</c> with every a.
/// </summary>
internal sealed class PositionQuery(PositionPlan plan, PositionBudget budget, CancellationToken cancellation) : LuceneQuery
{
    /// <summary>The expansion size from which the candidate articles are found before postings are opened.</summary>
    private const int ManyWords = 64;

    public PositionPlan Plan => plan;

    public PositionBudget Budget => budget;

    public override string ToString(string field) => plan.ToString();

    public override bool Equals(object? obj) => obj is PositionQuery other && ReferenceEquals(other.Plan, plan) && other.Boost == Boost;

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(plan);

    /// <summary>Returns the weight of the plan, before it is normalised.</summary>
    public Bm25.TextWeight WeightIn(Bm25 similarity)
    {
        return new Bm25.TextWeight(IndexFields.Text, null, language => plan.Idf(terms => IdfOf(terms, language)) ?? 0, Boost);

        float? IdfOf(PositionPlan.Terms terms, int language) => terms.BytesOf()
            .Where(word => (LanguageStatistics.LanguageOf(terms.Field, word) ?? language) == language)
            .Min(word => (float?)similarity.Statistics.Idf(new Term(terms.Field, word), language));
    }

    public override Weight CreateWeight(IndexSearcher searcher) => new PositionWeight(this, searcher);

    /// <summary>Returns a query for the articles that have the words at any position.</summary>
    public static LuceneQuery Candidates(PositionPlan plan) => plan switch
    {
        PositionPlan.Terms { Words.Count: 0 } => new BooleanQuery(),
        PositionPlan.Terms { Words.Count: 1 } terms => new TermQuery(new Term(terms.Field, terms.BytesOf()[0])),
        PositionPlan.Terms terms => new ConstantScoreQuery(new TermsFilter(terms.Field, [.. terms.BytesOf()])),
        PositionPlan.Sequence sequence => Together(sequence.Parts.Select(part => (PositionPlan)part.Words)),
        PositionPlan.Any any => Either(any.Parts),
        PositionPlan.Near near => Together([near.Left, near.Right]),
        PositionPlan.NotNear apart => Candidates(apart.Wanted),
        PositionPlan.Within within => Candidates(within.Part),
        PositionPlan.AtLeast often => Candidates(often.Part),
        PositionPlan.Quoted quoted => Together(quoted.Parts),
        _ => throw new InvalidOperationException($"{plan.GetType()} has no candidates."),
    };

    private static BooleanQuery Together(IEnumerable<PositionPlan> parts)
    {
        var all = new BooleanQuery();
        foreach (var part in parts)
            all.Add(Candidates(part), Occur.MUST);
        return all;
    }

    private static BooleanQuery Either(IReadOnlyList<PositionPlan> parts)
    {
        var any = new BooleanQuery();
        foreach (var part in parts)
            any.Add(Candidates(part), Occur.SHOULD);
        return any;
    }

    private sealed class PositionWeight : Weight
    {
        private readonly PositionQuery query;
        private readonly Weight candidates;
        private readonly Bm25.TextWeight weight;
        private readonly Bm25 similarity;

        public PositionWeight(PositionQuery query, IndexSearcher searcher)
        {
            this.query = query;
            similarity = (Bm25)searcher.Similarity;
            candidates = searcher.Rewrite(Candidates(query.Plan)).CreateWeight(searcher);
            weight = query.WeightIn(similarity);
        }

        public override LuceneQuery Query => query;

        public override float GetValueForNormalization()
        {
            candidates.GetValueForNormalization();
            return weight.GetValueForNormalization();
        }

        public override void Normalize(float norm, float topLevelBoost)
        {
            candidates.Normalize(norm, topLevelBoost);
            weight.Normalize(norm, topLevelBoost);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var docs = candidates.GetScorer(context, acceptDocs);
            if (docs is null)
                return null;
            FixedBitSet? known = null;
            DocIdSetIterator among = docs;
            if (query.Plan.Leaves.Any(leaf => leaf.Words.Count > ManyWords))
            {
                known = new FixedBitSet(context.AtomicReader.MaxDoc);
                known.Or(docs);
                among = known.GetIterator();
            }

            var positions = new SegmentPositions(context.AtomicReader, query.Budget, query.Cancellation, known);
            var intervals = IntervalIterator.Of(query.Plan, positions);
            return new PositionScorer(this, intervals, among, positions, similarity.GetSimScorer(weight, context));
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer?.Advance(doc) == doc
                ? new ComplexExplanation(true, scorer.GetScore(), "positions")
                : new ComplexExplanation(false, 0, "no position");
        }
    }

    private sealed class PositionScorer(Weight weight, IntervalIterator intervals, DocIdSetIterator candidates, SegmentPositions positions,
        SimScorer similarity)
        : Scorer(weight)
    {
        private int freq;

        public override int DocID => candidates.DocID;

        public override int Freq => freq;

        public override int NextDoc() => FirstMatch(candidates.NextDoc());

        public override int Advance(int target) => FirstMatch(candidates.Advance(target));

        public override float GetScore() => similarity.Score(DocID, freq);

        public override long GetCost() => candidates.GetCost();

        private int FirstMatch(int doc)
        {
            for (; doc != NO_MORE_DOCS; doc = candidates.NextDoc())
            {
                positions.MoveTo(doc);
                freq = intervals.Read().Count;
                if (freq > 0)
                    return doc;
            }

            return NO_MORE_DOCS;
        }
    }

    private CancellationToken Cancellation => cancellation;
}
