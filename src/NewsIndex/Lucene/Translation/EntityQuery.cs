using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>Articles that mention an entity. The more of an article's names are its, the higher it ranks: that is its salience there.</summary>
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
            return terms[0].Query;
        var any = new DisjunctionMaxQuery(0);
        foreach (var term in terms)
            any.Add(term.Query);
        return terms.Count == 0 ? new BooleanQuery() : any;
    }
}
