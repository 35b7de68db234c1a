using Lucene.Net.Index;
using NewsIndex.Lucene.Codec;

namespace NewsIndex.Lucene.Postings;

/// <summary>
/// Documents, frequencies and positions of a term in a segment, in blocks of <see cref="BlockSize"/>, so that a caller decodes a block at a
/// time and skips blocks by their last documents. Includes deleted documents. For one thread.
/// </summary>
internal abstract class PostingList
{
    /// <summary>Postings of a block; the last block may have fewer.</summary>
    public const int BlockSize = 128;

    /// <summary>Number of postings; more than 0.</summary>
    public abstract int Count { get; }

    public int Blocks => (Count + BlockSize - 1) / BlockSize;

    /// <summary>Returns the last document number of a block.</summary>
    public abstract int LastDoc(int block);

    /// <summary>Returns the largest frequency of a block.</summary>
    public abstract int MaxFreq(int block);

    /// <summary>Decodes the document numbers of a block, in ascending order.</summary>
    /// <param name="docs">At least <see cref="BlockSize"/> long; values behind the returned count are undefined.</param>
    /// <returns>The number of postings of the block.</returns>
    public abstract int ReadDocs(int block, Span<int> docs);

    /// <summary>Decodes the frequencies of a block, each at least 1; 1 for fields without frequencies.</summary>
    /// <param name="freqs">As for <see cref="ReadDocs"/>.</param>
    /// <returns>The number of postings of the block.</returns>
    public abstract int ReadFreqs(int block, Span<int> freqs);

    /// <summary>Decodes documents and frequencies of a block.</summary>
    /// <param name="docs">As for <see cref="ReadDocs"/>.</param>
    /// <param name="freqs">As for <see cref="ReadFreqs"/>.</param>
    /// <returns>The number of postings of the block.</returns>
    public int Read(int block, Span<int> docs, Span<int> freqs)
    {
        ReadFreqs(block, freqs);
        return ReadDocs(block, docs);
    }

    /// <summary>Decodes the positions of one posting, without those of its neighbours, in ascending order; some may be equal.</summary>
    /// <param name="index">Number of the posting in its block, from 0.</param>
    /// <param name="freqs">What <see cref="ReadFreqs"/> returned for the block.</param>
    /// <param name="positions">At least <c>freqs[index]</c> long; values behind the returned count are undefined.</param>
    /// <returns>The number of positions, which is the frequency.</returns>
    /// <exception cref="InvalidOperationException">The field of the term has no positions.</exception>
    public abstract int ReadPositions(int block, int index, ReadOnlySpan<int> freqs, Span<int> positions);

    /// <summary>Decodes the positions of one posting, of which is known where they begin.</summary>
    /// <param name="before">Sum of the frequencies of the postings before it in its block.</param>
    /// <param name="positions">As long as the frequency of the posting.</param>
    /// <inheritdoc cref="ReadPositions(int, int, ReadOnlySpan{int}, Span{int})"/>
    public abstract void ReadPositions(int block, int index, int before, Span<int> positions);

    /// <summary>Returns the number of postings of a term in a segment, without garbage in our format.</summary>
    public static int CountOf(AtomicReader segment, Term term) => segment.GetTerms(term.Field) switch
    {
        null => 0,
        BlockTerms blocks => blocks.Find(BytesOf(term), out var entry) ? entry.DocFreq : 0,
        _ => segment.DocFreq(term),
    };

    /// <summary>Returns the postings of a term in a segment; null when the segment does not have the term.</summary>
    public static PostingList? Find(AtomicReader segment, Term term)
    {
        switch (segment.GetTerms(term.Field))
        {
            case null:
                return null;
            case BlockTerms blocks:
                return blocks.Find(BytesOf(term), out var entry) ? new BlockPostings(blocks, entry) : null;
            case var others:
                var terms = others.GetEnumerator();
                return terms.SeekExact(term.Bytes) ? DecodedPostings.Of(terms) : null;
        }
    }

    private static ReadOnlySpan<byte> BytesOf(Term term) => term.Bytes.Bytes.AsSpan(term.Bytes.Offset, term.Bytes.Length);
}
