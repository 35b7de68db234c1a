using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Asks the articles of each language a query of their own: a query that leaves out the stop words of one language must not require them of
/// its articles. Scores are those of the part, unchanged. A segment whose articles all get the same part costs nothing more.
/// </summary>
/// <param name="parts">With languages that no two of them share.</param>
internal sealed class ByLanguageQuery(IReadOnlyList<(LanguageSet Languages, LuceneQuery Query)> parts) : LuceneQuery
{
    private IReadOnlyList<(LanguageSet Languages, LuceneQuery Query)> Parts => parts;

    /// <summary>The part for every article of some languages; null when there is no such part.</summary>
    public LuceneQuery? PartOfAll(LanguageSet languages) => parts.FirstOrDefault(part => part.Languages.ContainsAll(languages)).Query;

    public override string ToString(string field) =>
        string.Join(" | ", parts.Select(part => $"{part.Languages.Bits:x}:({part.Query.ToString(field)})"));

    public override bool Equals(object? obj) => obj is ByLanguageQuery other && other.Boost == Boost && other.Parts.SequenceEqual(parts);

    public override int GetHashCode() => parts.Aggregate(Boost.GetHashCode(), HashCode.Combine);

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var (_, query) in parts)
            query.ExtractTerms(terms);
    }

    public override LuceneQuery Rewrite(IndexReader reader)
    {
        var rewritten = parts.Select(part => (part.Languages, Query: part.Query.Rewrite(reader))).ToList();
        return rewritten.Zip(parts).All(pair => ReferenceEquals(pair.First.Query, pair.Second.Query))
            ? this
            : new ByLanguageQuery(rewritten) { Boost = Boost };
    }

    public override Weight CreateWeight(IndexSearcher searcher) =>
        new ByLanguageWeight(this, [.. parts.Select(part => (part.Languages, part.Query.CreateWeight(searcher)))]);

    private sealed class ByLanguageWeight(ByLanguageQuery query, (LanguageSet Languages, Weight Weight)[] parts) : Weight
    {
        public override LuceneQuery Query => query;

        public override float GetValueForNormalization() =>
            parts.Sum(part => part.Weight.GetValueForNormalization()) * query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var (_, weight) in parts)
                weight.Normalize(norm, topLevelBoost * query.Boost);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var column = LanguageColumn.Of(context.AtomicReader);
            var scorers = parts.Where(part => part.Languages.Overlaps(column.Present))
                .Select(part =>
                    part.Weight.GetScorer(context,
                    part.Languages.ContainsAll(column.Present)
                    ? acceptDocs
                    : new ArticlesOf(part.Languages, column, context.AtomicReader.MaxDoc, acceptDocs)))
                .OfType<Scorer>().ToArray();
            return scorers.Length switch { 0 => null, 1 => scorers[0], _ => new DisjointScorer(this, scorers) };
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer?.Advance(doc) == doc
                ? new ComplexExplanation(true, scorer.GetScore(), "the part of its language")
                : new ComplexExplanation(false, 0, "not the part of its language");
        }
    }

    /// <summary>The articles of some languages, among those that are accepted.</summary>
    private sealed class ArticlesOf(LanguageSet languages, LanguageColumn column, int length, IBits? accepted) : IBits
    {
        public int Length => length;

        public bool Get(int index) => languages.Contains(column[index]) && accepted?.Get(index) != false;
    }

    /// <summary>Scorers of which no two have an article in common.</summary>
    private sealed class DisjointScorer(Weight weight, Scorer[] parts) : Scorer(weight)
    {
        private Scorer? current;

        public override int DocID => current?.DocID ?? -1;

        public override int Freq => current!.Freq;

        public override int NextDoc()
        {
            if (current is not null)
                current.NextDoc();
            else
                Array.ForEach(parts, part => part.NextDoc());
            return First();
        }

        public override int Advance(int target)
        {
            foreach (var part in parts)
            {
                if (part.DocID < target)
                    part.Advance(target);
            }

            return First();
        }

        public override float GetScore() => current!.GetScore();

        public override long GetCost() => parts.Sum(part => part.GetCost());

        private int First()
        {
            current = parts[0];
            foreach (var part in parts)
            {
                if (part.DocID < current.DocID)
                    current = part;
            }

            return current.DocID;
        }
    }
}
