using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Entities;
using NewsIndex.Lucene.Schema;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>
/// Matches articles that mention an entity. The score grows with the entity's salience, its share of the names in the article.
/// </summary>
internal static class EntityQuery
{
    /// <param name="terms">Terms of the mentions; none matches nothing.</param>
    /// <param name="hiddenFrom">Ids of articles in which a correction has removed the entity.</param>
    public static LuceneQuery Of(IReadOnlyList<EntityTerm> terms, IReadOnlyList<string> hiddenFrom) => Visible(Any(terms), hiddenFrom);

    /// <summary>Excludes articles in which a requested mention is hidden by a correction.</summary>
    public static LuceneQuery Visible(LuceneQuery found, IReadOnlyList<string> hiddenFrom)
    {
        if (hiddenFrom.Count == 0)
            return found;
        var visible = new BooleanQuery { { found, Occur.MUST } };
        foreach (var id in hiddenFrom.Distinct())
            visible.Add(new TermQuery(new Term(IndexFields.Id, id)), Occur.MUST_NOT);
        return visible;
    }

    private static LuceneQuery Any(IReadOnlyList<EntityTerm> terms)
    {
        if (terms.Count == 1)
            return Mentioning(terms[0]);
        var any = new DisjunctionMaxQuery(0);
        foreach (var term in terms)
            any.Add(Mentioning(term));
        return terms.Count == 0 ? new BooleanQuery() : any;
    }

    private static LuceneQuery Mentioning(EntityTerm term)
    {
        var mention = new TermQuery(new Term(IndexFields.Mentions, term.Term));
        return term.Articles is { } articles
            ? new BooleanQuery { { mention, Occur.MUST }, { Among(articles), articles.IsExcluding ? Occur.MUST_NOT : Occur.MUST } }
            : mention;
    }

    /// <summary>Selects articles without scoring them.</summary>
    private static ConstantScoreQuery Among(ArticleChoice articles) =>
        new(new TermsFilter(IndexFields.Id, [.. articles.Ids.Select(id => new BytesRef(id))])) { Boost = 0 };
}
