using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Conjunction scored by the sum of its clauses. Lucene.NET adds in single precision in an order that depends on the segment, so that the
/// last bit of a score depends on the segment of the article.
/// </summary>
internal sealed class ConjunctionQuery(IReadOnlyList<LuceneQuery> clauses) : LuceneQuery
{
    public IReadOnlyList<LuceneQuery> Clauses => clauses;

    public override string ToString(string field) => $"({string.Join(' ', clauses.Select(clause => "+" + clause.ToString(field)))})";

    public override bool Equals(object? obj) =>
        obj is ConjunctionQuery other && other.Boost == Boost && other.Clauses.SequenceEqual(clauses);

    public override int GetHashCode() => clauses.Aggregate(Boost.GetHashCode(), HashCode.Combine);

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var clause in clauses)
            clause.ExtractTerms(terms);
    }

    public override LuceneQuery Rewrite(IndexReader reader)
    {
        LuceneQuery[]? rewritten = null;
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i].Rewrite(reader);
            if (ReferenceEquals(clause, clauses[i]))
                continue;
            rewritten ??= [.. clauses];
            rewritten[i] = clause;
        }

        return rewritten is null ? this : new ConjunctionQuery(rewritten) { Boost = Boost };
    }

    public override Weight CreateWeight(IndexSearcher searcher) =>
        new ConjunctionWeight(this, [.. clauses.Select(clause => clause.CreateWeight(searcher))]);

    private sealed class ConjunctionWeight(ConjunctionQuery query, Weight[] clauses) : Weight
    {
        public override LuceneQuery Query => query;

        public override float GetValueForNormalization() =>
            clauses.Sum(clause => clause.GetValueForNormalization()) * query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var clause in clauses)
                clause.Normalize(norm, topLevelBoost * query.Boost);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var scorers = new Scorer[clauses.Length];
            for (var i = 0; i < clauses.Length; i++)
            {
                if (clauses[i].GetScorer(context, acceptDocs) is not { } scorer)
                    return null;
                scorers[i] = scorer;
            }

            return new ConjunctionScorer(this, scorers);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer?.Advance(doc) == doc
                ? new ComplexExplanation(true, scorer.GetScore(), "sum of the clauses")
                : new ComplexExplanation(false, 0, "not all clauses");
        }
    }

    private sealed class ConjunctionScorer : Scorer
    {
        private readonly Scorer[] clauses;

        /// <summary>Intersects by leapfrog: the rarest clause leads, and the others are checked in order of document frequency.</summary>
        private readonly Scorer lead;
        private readonly Scorer[] others;

        public ConjunctionScorer(Weight weight, Scorer[] clauses) : base(weight)
        {
            this.clauses = clauses;
            var byCost = clauses.OrderBy(clause => clause.GetCost()).ToArray();
            (lead, others) = (byCost[0], byCost[1..]);
        }

        public override int DocID => lead.DocID;

        public override int Freq => clauses.Length;

        public override int NextDoc() => FirstOfAll(lead.NextDoc());

        public override int Advance(int target) => FirstOfAll(lead.Advance(target));

        /// <summary>Sums in double precision, which makes the rounded result independent of the order of clauses.</summary>
        public override float GetScore()
        {
            var sum = 0.0;
            foreach (var clause in clauses)
                sum += clause.GetScore();
            return (float)sum;
        }

        public override long GetCost() => lead.GetCost();

        private int FirstOfAll(int doc)
        {
            for (var i = 0; i < others.Length && doc != NO_MORE_DOCS;)
            {
                var other = others[i].DocID < doc ? others[i].Advance(doc) : others[i].DocID;
                if (other == doc)
                    i++;
                else
                    (doc, i) = (lead.Advance(other), 0);
            }

            return doc;
        }
    }
}
