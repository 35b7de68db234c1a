using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Entities;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The documents of an <see cref="ArticleChoice"/>.</summary>
internal static class ChosenArticles
{
    /// <summary>The documents of a segment that a choice names, whether it excludes them or not; null for the choice of all.</summary>
    public static HashSet<int>? In(AtomicReader segment, ArticleChoice? articles)
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
}
