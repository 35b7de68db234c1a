using Lucene.Net.Index;

namespace NewsIndex.Lucene.Postings;

/// <summary>
/// Documents and frequencies of a term in a segment, in blocks of <see cref="BlockSize"/>, so that a caller decodes a block at a time and
/// skips blocks by their last documents. Includes deleted documents.
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

    /// <summary>Decodes the document numbers of a block, in ascending order.</summary>
    /// <param name="docs">At least <see cref="BlockSize"/> long; values behind the returned count are undefined.</param>
    /// <returns>The number of postings of the block.</returns>
    public abstract int ReadDocs(int block, Span<int> docs);

    /// <summary>Decodes a block.</summary>
    /// <param name="docs">As for <see cref="ReadDocs"/>.</param>
    /// <param name="freqs">At least <see cref="BlockSize"/> long: the frequency, at least 1, of each document.</param>
    /// <returns>The number of postings of the block.</returns>
    public abstract int Read(int block, Span<int> docs, Span<int> freqs);

    /// <summary>Returns the postings of a term in a segment; null when the segment does not have the term.</summary>
    public static PostingList? Find(AtomicReader segment, Term term)
    {
        if (segment.GetTerms(term.Field)?.GetEnumerator() is not { } terms || !terms.SeekExact(term.Bytes))
            return null;
        return DecodedPostings.Of(terms.Docs(null, null, DocsFlags.FREQS));
    }
}
