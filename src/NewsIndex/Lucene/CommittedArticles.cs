using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene;

/// <summary>Looks up what the last commit holds of an article. For one thread.</summary>
internal sealed class CommittedArticles : IDisposable
{
    private readonly DirectoryReader? reader;
    private readonly List<(TermsEnum Ids, IBits? Live, NumericDocValues Content)> segments = [];
    private DocsEnum? docs;

    private CommittedArticles(DirectoryReader? reader)
    {
        this.reader = reader;
        if (reader is null)
            return;
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(Fields.Id) is { } ids)
                segments.Add((ids.GetEnumerator(), leaf.AtomicReader.LiveDocs, leaf.AtomicReader.GetNumericDocValues(Fields.ContentKey)));
        }
    }

    public static CommittedArticles Open(LuceneDirectory directory) =>
        new(DirectoryReader.IndexExists(directory) ? DirectoryReader.Open(directory) : null);

    /// <summary>The content key of an article; null when the commit does not have it.</summary>
    public ulong? ContentOf(string id)
    {
        var bytes = new BytesRef(id);
        foreach (var (ids, live, content) in segments)
        {
            if (!ids.SeekExact(bytes))
                continue;
            docs = ids.Docs(live, docs, DocsFlags.NONE);
            var doc = docs.NextDoc();
            if (doc != DocIdSetIterator.NO_MORE_DOCS)
                return unchecked((ulong)content.Get(doc));
        }

        return null;
    }

    public void Dispose() => reader?.Dispose();
}
