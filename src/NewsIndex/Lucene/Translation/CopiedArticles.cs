using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;

namespace NewsIndex.Lucene.Translation;

/// <summary>Articles whose group of copies has more than one, anywhere in the archive.</summary>
internal sealed class CopiedArticles(IndexReader reader) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        BitsFilteredDocIdSet.Wrap(CopyColumn.Of(reader).Copied(context), acceptDocs);
}
