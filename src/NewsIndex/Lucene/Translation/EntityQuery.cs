using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Entities;
using NewsIndex.Lucene.Schema;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>
/// Articles that mention an entity. The more of an article's names are its, the higher it ranks: that is its salience there.
/// </summary>
internal static class EntityQuery
{
    /// <param name="terms">None finds nothing.</param>
    /// <param name="hiddenFrom">Ids of articles that do not mention it after all.</param>
    public static LuceneQuery Of(IReadOnlyList<EntityTerm> terms, IReadOnlyList<string> hiddenFrom) => Visible(Any(terms), hiddenFrom);

    /// <summary>What is found, but for articles in which a mention that it asks for is hidden.</summary>
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

    /// <summary>Selects articles and adds nothing to their score.</summary>
    private static ConstantScoreQuery Among(ArticleChoice articles) =>
        new(new TermsFilter(IndexFields.Id, [.. articles.Ids.Select(id => new BytesRef(id))])) { Boost = 0 };
}
