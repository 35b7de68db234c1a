using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Positions;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>
/// Terms of which an article must have at least one to match a query; of the sets that a query requires, the one with the fewest postings.
/// They are read off the translated query, so that they are those that a search looks up.
/// </summary>
/// <remarks>
/// The method of percolators: the presearcher of Lucene's Monitor, and the percolator of Elasticsearch. Kept for each query object while it
/// lives.
/// </remarks>
internal sealed class RequiredTerms
{
    /// <summary>From that many on, looking them up takes as long as the search.</summary>
    private const int MaxTerms = 256;

    private static readonly ConditionalWeakTable<Query, RequiredTerms> Known = [];

    private readonly IReadOnlyList<string> languages;
    private readonly IReadOnlyList<Term>? terms;

    private RequiredTerms(IReadOnlyList<string> languages, IReadOnlyList<Term>? terms) => (this.languages, this.terms) = (languages, terms);

    /// <returns>Null when an article need not have any of a few terms; empty when no article can match.</returns>
    public static IReadOnlyList<Term>? Of(
        Query query, IndexReader reader, QueryLimits limits, EntityCorrections corrections, CancellationToken cancellation)
    {
        if (DependsOnDictionary(query))
            return Read(query, reader, limits, corrections, cancellation);
        // How words are read depends on the languages of the index, and on nothing else that may change.
        var languages = IndexedLanguages.Of(reader);
        if (!Known.TryGetValue(query, out var known) || !known.languages.SequenceEqual(languages))
        {
            known = new RequiredTerms(languages, Read(query, reader, limits, corrections, cancellation));
            Known.AddOrUpdate(query, known);
        }

        return known.terms;
    }

    /// <summary>True for a query whose translation changes with the words, names, corrections and copies of an index.</summary>
    private static bool DependsOnDictionary(Query query) =>
        query is Query.Pattern or Query.PatternPhrase or Query.Regex or Query.Fuzzy or Query.Mentions
            or Query.CopiesOf
        || query.Parts.Any(DependsOnDictionary);

    private static List<Term>? Read(
        Query query, IndexReader reader, QueryLimits limits, EntityCorrections corrections, CancellationToken cancellation)
    {
        try
        {
            var plan = PlanToLucene.Translate(query, reader, limits, corrections, cancellation);
            return Any(plan.Parts.Select(part => Of(part.Query, reader)));
        }
        catch (QueryTooExpensiveException)
        {
            // The search says so.
            return null;
        }
    }

    private static IReadOnlyList<Term>? Of(LuceneQuery query, IndexReader reader) => query switch
    {
        // Every current text has it.
        TermQuery { Term.Field: IndexFields.Current } => null,
        TermQuery term => [term.Term],
        PhraseQuery phrase => Rarest(phrase.GetTerms().Select(term => (IReadOnlyList<Term>)[term]), reader),
        MultiPhraseQuery phrase => Rarest(phrase.GetTermArrays(), reader),
        PositionQuery positions => Of(positions.Plan, reader),
        ConjunctionQuery all => Rarest(all.Clauses.Select(clause => Of(clause, reader)), reader),
        DisjunctionMaxQuery any => Any(any.Disjuncts.Select(part => Of(part, reader))),
        ConstantScoreQuery { Query: { } part } => Of(part, reader),
        ConstantScoreQuery { Filter: WordsFilter words } => words.Count > MaxTerms ? null : [.. words.Terms],
        BooleanQuery boolean => Of(boolean, reader),
        _ => null,
    };

    private static IReadOnlyList<Term>? Of(BooleanQuery query, IndexReader reader)
    {
        var required = query.Clauses.Where(clause => clause.Occur == Occur.MUST).Select(clause => clause.Query).ToList();
        return required.Count > 0
            ? Rarest(required.Select(part => Of(part, reader)), reader)
            : Any(query.Clauses.Where(clause => clause.Occur == Occur.SHOULD).Select(clause => Of(clause.Query, reader)));
    }

    private static IReadOnlyList<Term>? Of(PositionPlan plan, IndexReader reader) => plan switch
    {
        PositionPlan.Terms terms => terms.Words.Count > MaxTerms ? null : [.. terms.BytesOf().Select(word => new Term(terms.Field, word))],
        PositionPlan.Sequence sequence => Rarest(sequence.Parts.Select(part => Of(part.Words, reader)), reader),
        PositionPlan.Any any => Any(any.Parts.Select(part => Of(part, reader))),
        PositionPlan.Near near => Rarest([Of(near.Left, reader), Of(near.Right, reader)], reader),
        PositionPlan.NotNear apart => Of(apart.Wanted, reader),
        PositionPlan.Within within => Of(within.Part, reader),
        PositionPlan.AtLeast often => Of(often.Part, reader),
        PositionPlan.Quoted quoted => Rarest(quoted.Parts.Select(part => Of(part, reader)), reader),
        _ => null,
    };

    /// <summary>What must be there where every part must match.</summary>
    private static IReadOnlyList<Term>? Rarest(IEnumerable<IReadOnlyList<Term>?> parts, IndexReader reader) =>
        parts.OfType<IReadOnlyList<Term>>().MinBy(terms => terms.Sum(term => (long)reader.DocFreq(term)));

    /// <summary>What must be there where one part must match.</summary>
    private static List<Term>? Any(IEnumerable<IReadOnlyList<Term>?> parts)
    {
        var all = new List<Term>();
        foreach (var part in parts)
        {
            if (part is null || all.Count + part.Count > MaxTerms)
                return null;
            all.AddRange(part);
        }

        return all;
    }
}
