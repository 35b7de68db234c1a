using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NewsIndex.Lucene.Postings;

/// <summary>Postings that were read from an enumerator: those of other formats, and of segments under a scope.</summary>
internal sealed class DecodedPostings : PostingList
{
    private readonly List<int> docs = [];
    private readonly List<int> freqs = [];
    private readonly Func<DocsAndPositionsEnum?> open;
    private PositionTable? places;

    /// <param name="open">Opens the positions of the same documents; null when the field has none.</param>
    private DecodedPostings(Func<DocsAndPositionsEnum?> open) => this.open = open;

    public override int Count => docs.Count;

    /// <param name="term">At the term; must stay there until positions have been read.</param>
    /// <returns>Null when there are no documents.</returns>
    public static DecodedPostings? Of(TermsEnum term)
    {
        var read = new DecodedPostings(() => term.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE));
        var postings = term.Docs(null, null, DocsFlags.FREQS);
        for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            read.docs.Add(doc);
            read.freqs.Add(postings.Freq);
        }

        return read.docs.Count == 0 ? null : read;
    }

    public override int LastDoc(int block) => docs[Math.Min((block + 1) * BlockSize, docs.Count) - 1];

    public override int MaxFreq(int block)
    {
        var start = block * BlockSize;
        return freqs.GetRange(start, Math.Min(BlockSize, freqs.Count - start)).Max();
    }

    public override int ReadDocs(int block, Span<int> docs) => Copy(this.docs, block, docs);

    public override int ReadFreqs(int block, Span<int> freqs) => Copy(this.freqs, block, freqs);

    public override int ReadPositions(int block, int index, ReadOnlySpan<int> freqs, Span<int> positions) =>
        Places.Copy((block * BlockSize) + index, positions);

    public override void ReadPositions(int block, int index, int before, Span<int> positions) =>
        Places.Copy((block * BlockSize) + index, positions);

    private PositionTable Places =>
        places ??= PositionTable.Read(open() ?? throw new InvalidOperationException("the field of the term has no positions"));

    private static int Copy(List<int> from, int block, Span<int> to)
    {
        var start = block * BlockSize;
        var count = Math.Min(BlockSize, from.Count - start);
        CollectionsMarshal.AsSpan(from).Slice(start, count).CopyTo(to);
        return count;
    }

    /// <summary>Positions of all documents, one after another.</summary>
    private sealed class PositionTable
    {
        private readonly List<int> positions = [];

        /// <summary>Where the positions of each document begin, and the end of the last.</summary>
        private readonly List<int> starts = [0];

        public static PositionTable Read(DocsAndPositionsEnum postings)
        {
            var table = new PositionTable();
            while (postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                for (var i = postings.Freq; i > 0; i--)
                    table.positions.Add(postings.NextPosition());
                table.starts.Add(table.positions.Count);
            }

            return table;
        }

        public int Copy(int document, Span<int> to)
        {
            var count = starts[document + 1] - starts[document];
            CollectionsMarshal.AsSpan(positions).Slice(starts[document], count).CopyTo(to);
            return count;
        }
    }
}
