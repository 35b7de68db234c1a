using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Applies a separate query to the articles of each language, because stop words of one language must not be required in its articles.
/// Scores are those of the part. Segments whose articles share one part have no overhead.
/// </summary>
/// <param name="parts">Parts with disjoint sets of languages.</param>
internal sealed class ByLanguageQuery(IReadOnlyList<(LanguageSet Languages, LuceneQuery Query)> parts) : LuceneQuery
{
    public IReadOnlyList<(LanguageSet Languages, LuceneQuery Query)> Parts => parts;

    /// <summary>Returns the part that applies to all of some languages; null if there is none.</summary>
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

    /// <summary>Accepted articles in some languages.</summary>
    private sealed class ArticlesOf(LanguageSet languages, LanguageColumn column, int length, IBits? accepted) : IBits
    {
        public int Length => length;

        public bool Get(int index) => languages.Contains(column[index]) && accepted?.Get(index) != false;
    }

    /// <summary>Disjunction of scorers without common articles.</summary>
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
