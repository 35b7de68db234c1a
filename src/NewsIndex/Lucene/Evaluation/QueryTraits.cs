using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Scoring;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Traits of a query that decide how it is evaluated.</summary>
internal static class QueryTraits
{
    /// <summary>Returns true if the evaluators of a query can score; all of them can select.</summary>
    /// <param name="query">Rewritten.</param>
    public static bool CanScore(LuceneQuery query) => query switch
    {
        TermQuery or PhraseQuery { Slop: 0 } or MultiPhraseQuery { Slop: 0 } or PositionQuery => true,
        ConjunctionQuery all => CanScoreAll(all.Clauses),
        BooleanQuery { MinimumNumberShouldMatch: 0 } boolean =>
            boolean.Clauses.All(clause => CanScore(clause.Query))
            && boolean.Clauses.Count(clause => clause.Occur == Occur.MUST && !OnlySelects(clause.Query)) <= 1,
        DisjunctionMaxQuery { TieBreakerMultiplier: 0 } best => best.Disjuncts.All(CanScore),
        ByLanguageQuery byLanguage => byLanguage.Parts.All(part => CanScore(part.Query)),
        ConstantScoreQuery constant => constant.Filter is not null || constant.Query is MatchAllDocsQuery || CanScore(constant.Query),
        _ => false,
    };

    private static bool CanScoreAll(IReadOnlyList<LuceneQuery> queries)
    {
        for (var i = 0; i < queries.Count; i++)
        {
            if (!CanScore(queries[i]))
                return false;
        }

        return true;
    }

    /// <summary>Returns true if the parts of a query depend on the language of an article.</summary>
    public static bool DependsOnLanguage(LuceneQuery query) => query switch
    {
        TermQuery term => LanguageOf(term.Term) is not null,
        PhraseQuery phrase => phrase.GetTerms().Any(term => LanguageOf(term) is not null),
        MultiPhraseQuery phrase => phrase.GetTermArrays().Any(terms => terms.Any(term => LanguageOf(term) is not null)),
        ConjunctionQuery all => DependsAnyOnLanguage(all.Clauses),
        BooleanQuery boolean => boolean.Clauses.Any(clause => DependsOnLanguage(clause.Query)),
        DisjunctionMaxQuery best => best.Disjuncts.Any(DependsOnLanguage),
        ByLanguageQuery => true,
        ConstantScoreQuery { Query: { } part } => DependsOnLanguage(part),
        _ => false,
    };

    private static bool DependsAnyOnLanguage(IReadOnlyList<LuceneQuery> queries)
    {
        for (var i = 0; i < queries.Count; i++)
        {
            if (DependsOnLanguage(queries[i]))
                return true;
        }

        return false;
    }

    /// <summary>Returns the language of which a term is; null for terms that articles of all languages have.</summary>
    public static int? LanguageOf(Term term) => LanguageStatistics.LanguageOf(term.Field, term.Bytes);

    private static bool OnlySelects(LuceneQuery query) => query is ConstantScoreQuery { Boost: 0 };
}
