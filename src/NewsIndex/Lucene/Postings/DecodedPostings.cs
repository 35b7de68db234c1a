using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NewsIndex.Lucene.Postings;

/// <summary>Postings that were read from an enumerator: those of other formats, and of segments under a scope.</summary>
internal sealed class DecodedPostings : PostingList
{
    private readonly List<int> docs = [];
    private readonly List<int> freqs = [];

    private DecodedPostings()
    {
    }

    public override int Count => docs.Count;

    /// <returns>Null when there are no documents.</returns>
    public static DecodedPostings? Of(DocsEnum postings)
    {
        var read = new DecodedPostings();
        for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            read.docs.Add(doc);
            read.freqs.Add(postings.Freq);
        }

        return read.docs.Count == 0 ? null : read;
    }

    public override int LastDoc(int block) => docs[Math.Min((block + 1) * BlockSize, docs.Count) - 1];

    public override int ReadDocs(int block, Span<int> docs) => Copy(this.docs, block, docs);

    public override int Read(int block, Span<int> docs, Span<int> freqs)
    {
        Copy(this.freqs, block, freqs);
        return Copy(this.docs, block, docs);
    }

    private static int Copy(List<int> from, int block, Span<int> to)
    {
        var start = block * BlockSize;
        var count = Math.Min(BlockSize, from.Count - start);
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(from).Slice(start, count).CopyTo(to);
        return count;
    }
}
