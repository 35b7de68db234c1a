using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Writing;

/// <summary>Looks up what the last commit holds of an article. For one thread.</summary>
internal sealed class CommittedArticles : IDisposable
{
    private readonly DirectoryReader? reader;
    private readonly List<(AtomicReader Segment, TermsEnum Ids, NumericDocValues Content)> segments = [];
    private DocsEnum? docs;

    private CommittedArticles(DirectoryReader? reader)
    {
        this.reader = reader;
        if (reader is null)
            return;
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            if (segment.GetTerms(IndexFields.Id) is { } ids)
                segments.Add((segment, ids.GetEnumerator(), segment.GetNumericDocValues(IndexFields.ContentKey)));
        }
    }

    public static CommittedArticles Open(LuceneDirectory directory) =>
        new(DirectoryReader.IndexExists(directory) ? DirectoryReader.Open(directory) : null);

    /// <summary>The content key of an article; null when the commit does not have it.</summary>
    public ulong? ContentOf(string id) => Find(id) is { } found ? unchecked((ulong)found.Content.Get(found.Doc)) : null;

    /// <summary>An article as it was stored; null when the commit does not have it.</summary>
    public StoredRecord? RecordOf(string id) => Find(id) is { } found ? StoredDocument.ReadRecord(found.Segment, found.Doc) : null;

    /// <summary>True when the article had this text before the one that it has now.</summary>
    public bool HadBefore(string id, ulong content)
    {
        var key = new Term(IndexFields.RevisionKey, RevisionDocument.KeyOf(id, content));
        return reader is not null && reader.Leaves.Any(leaf => leaf.AtomicReader.DocFreq(key) > 0);
    }

    /// <summary>The first article of each group of copies, with the bands of its text, as they arrived.</summary>
    /// <param name="isForgotten">By arrival: not to be read.</param>
    public IEnumerable<(string Id, uint[] Bands, long Arrival)> GroupFirsts(Func<long, bool> isForgotten) => ReadFirsts(isForgotten).OrderBy(first => first.Arrival);

    private IEnumerable<(string Id, uint[] Bands, long Arrival)> ReadFirsts(Func<long, bool> isForgotten)
    {
        foreach (var segment in reader?.Leaves.Select(leaf => leaf.AtomicReader) ?? [])
        {
            if (segment.GetBinaryDocValues(IndexFields.CopyBands) is not { } bands)
                continue;
            var ids = segment.GetSortedDocValues(IndexFields.Id);
            var has = segment.GetDocsWithField(IndexFields.CopyBands);
            var arrivals = segment.GetNumericDocValues(IndexFields.ArrivedAs);
            var (id, value) = (new BytesRef(), new BytesRef());
            for (var doc = 0; doc < segment.MaxDoc; doc++)
            {
                var arrival = arrivals?.Get(doc) ?? 0;
                if (!has.Get(doc) || segment.LiveDocs?.Get(doc) == false || isForgotten(arrival))
                    continue;
                bands.Get(doc, value);
                ids.Get(doc, id);
                if (value.Length > 0)
                    yield return (id.Utf8ToString(), CopyBandsValue.Read(value), arrival);
            }
        }
    }

    public void Dispose() => reader?.Dispose();

    private (AtomicReader Segment, NumericDocValues Content, int Doc)? Find(string id)
    {
        var bytes = new BytesRef(id);
        foreach (var (segment, ids, content) in segments)
        {
            if (!ids.SeekExact(bytes))
                continue;
            docs = ids.Docs(segment.LiveDocs, docs, DocsFlags.NONE);
            var doc = docs.NextDoc();
            if (doc != DocIdSetIterator.NO_MORE_DOCS)
                return (segment, content, doc);
        }

        return null;
    }
}
