using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;

namespace NewsIndex.Lucene.Translation;

/// <summary>Matches articles whose copy group has at least two articles in the archive.</summary>
internal sealed class CopiedArticles(IndexReader reader) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        BitsFilteredDocIdSet.Wrap(CopyColumn.Of(reader).Copied(context), acceptDocs);
}
