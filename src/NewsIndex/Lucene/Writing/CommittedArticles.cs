using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Storage;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Writing;

/// <summary>Articles of the last commit by id. Not thread-safe.</summary>
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
        new(DirectoryReader.IndexExists(directory) ? IndexFiles.OpenReader(directory) : null);

    /// <summary>Number of documents of the commit, deleted ones included that no merge has left out yet.</summary>
    public int Count => reader?.MaxDoc ?? 0;

    /// <summary>Returns the content keys of articles in the order of the given ids; null for an id that the commit does not have.</summary>
    public ulong?[] ContentOf(IReadOnlyList<string> ids)
    {
        var found = new ulong?[ids.Count];
        // Sorted by term, so that each segment's dictionary is read in one pass.
        foreach (var i in Enumerable.Range(0, ids.Count).OrderBy(i => ids[i], StringComparer.Ordinal))
        {
            if (Find(ids[i]) is { } stored)
                found[i] = unchecked((ulong)stored.Content.Get(stored.Doc));
        }

        return found;
    }

    /// <summary>Returns a stored article; null when the commit does not have it.</summary>
    public StoredRecord? RecordOf(string id) => Find(id) is { } found ? StoredDocument.ReadRecord(found.Segment, found.Doc) : null;

    /// <summary>Returns the generations that the texts of an article made, replaced texts included.</summary>
    public IEnumerable<Generation> ArrivalsOf(string id)
    {
        Term[] terms = [new(IndexFields.Id, id), new(IndexFields.RevisionOf, id)];
        foreach (var (segment, term) in (reader?.Leaves ?? []).SelectMany(leaf => terms.Select(term => (leaf.AtomicReader, term))))
        {
            var found = segment.GetTermDocsEnum(term);
            for (var doc = found?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = found!.NextDoc())
            {
                if (segment.LiveDocs?.Get(doc) != false)
                    yield return PassedGenerations.Of(segment, doc);
            }
        }
    }

    /// <summary>Returns true if the article had this text in an older revision.</summary>
    public bool WasReplaced(TextVersion text)
    {
        var key = new Term(IndexFields.RevisionKey, RevisionDocument.KeyOf(text.Id, text.Content));
        return reader is not null && reader.Leaves.Any(leaf => leaf.AtomicReader.DocFreq(key) > 0);
    }

    /// <summary>Returns the first articles of near-duplicate groups in order of arrival.</summary>
    /// <param name="earliest">Minimum arrival number.</param>
    public IEnumerable<CopyGroupFirst> CopyGroups(long earliest) =>
        (reader?.Leaves ?? []).SelectMany(leaf => CopyGroups(leaf.AtomicReader, earliest)).OrderBy(first => first.Arrival);

    private static IEnumerable<CopyGroupFirst> CopyGroups(AtomicReader segment, long earliest)
    {
        if (segment.GetBinaryDocValues(IndexFields.CopyBands) is not { } bands)
            yield break;
        var ids = segment.GetSortedDocValues(IndexFields.Id);
        var arrivals = segment.GetNumericDocValues(IndexFields.ArrivedAs);
        var (id, value) = (new BytesRef(), new BytesRef());
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            var arrival = arrivals?.Get(doc) ?? 0;
            if (segment.LiveDocs?.Get(doc) == false || arrival < earliest)
                continue;
            bands.Get(doc, value);
            if (value.Length == 0)
                continue;
            ids.Get(doc, id);
            yield return new CopyGroupFirst(id.Utf8ToString(), CopyBandsValue.Read(value), arrival);
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
