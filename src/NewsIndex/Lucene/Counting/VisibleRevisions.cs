using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Counting;

/// <summary>Old revisions, which have no labels of their own and are visible with their article.</summary>
internal static class VisibleRevisions
{
    /// <summary>Adds the old revisions of the articles in a set.</summary>
    public static void AddTo(ArticleSet articles, IndexReader reader)
    {
        foreach (var leaf in reader.Leaves)
        {
            var ids = leaf.AtomicReader.GetTerms(IndexFields.RevisionOf)?.GetEnumerator();
            while (ids?.MoveNext() == true)
            {
                if (!Has(articles, new Term(IndexFields.Id, ids.Term), reader))
                    continue;
                var docs = ids.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE);
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                    articles.Segment(leaf.Ord).Set(doc);
            }
        }
    }

    private static bool Has(ArticleSet articles, Term id, IndexReader reader)
    {
        foreach (var leaf in reader.Leaves)
        {
            var docs = leaf.AtomicReader.GetTermDocsEnum(id);
            for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
            {
                if (articles.Segment(leaf.Ord).Get(doc))
                    return true;
            }
        }

        return false;
    }
}
