using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Entities;
using NewsIndex.Lucene.Schema;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>A term of <see cref="IndexFields.Mentions"/> that stands for an entity, and in which articles it does.</summary>
/// <param name="Articles">Null for all.</param>
internal readonly record struct EntityTerm(string Term, ArticleChoice? Articles)
{
    public LuceneQuery Query =>
        Articles is null
        ? Word
        : new BooleanQuery { { Word, Occur.MUST }, { Among(Articles), Articles.IsExcluding ? Occur.MUST_NOT : Occur.MUST } };

    private TermQuery Word => new(new Term(IndexFields.Mentions, Term));

    /// <summary>Selects and does not score.</summary>
    private static ConstantScoreQuery Among(ArticleChoice articles) =>
        new(new TermsFilter(IndexFields.Id, [.. articles.Ids.Select(id => new BytesRef(id))])) { Boost = 0 };

    /// <summary>The articles of a segment that a choice names, by number; null for all.</summary>
    public static HashSet<int>? DocsOf(ArticleChoice? articles, AtomicReader segment)
    {
        if (articles is null)
            return null;
        var named = new HashSet<int>();
        foreach (var id in articles.Ids)
        {
            var docs = segment.GetTermDocsEnum(new Term(IndexFields.Id, new BytesRef(id)));
            for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
                named.Add(doc);
        }

        return named;
    }

    /// <summary>How often the term stands in the articles that count.</summary>
    public long CountIn(IndexReader reader)
    {
        var mentions = 0L;
        foreach (var leaf in reader.Leaves)
        {
            var named = DocsOf(Articles, leaf.AtomicReader);
            var docs = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Mentions, new BytesRef(Term)));
            for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
            {
                if (named is null || named.Contains(doc) != Articles!.IsExcluding)
                    mentions += docs!.Freq;
            }
        }

        return mentions;
    }
}
