using NewsIndex.Evaluation;
using NewsIndex.Lucene.Postings;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>What is derived from the postings of a frequent term of a segment when it is first needed. Thread-safe.</summary>
/// <param name="taken">Called with the bytes that a new value takes.</param>
internal sealed class PostingProfile(int maxDoc, Action<long> taken)
{
    /// <summary>Terms in fewer articles are read as fast as a profile.</summary>
    public const int MinCount = 1024;

    /// <summary>Terms in at least one of so many articles have a set: 2 bits per posting at most.</summary>
    private const int SetShare = 32;

    private long[]? set;
    private SetFrequencies? freqs;
    private TermBounds? bounds;
    private int[]? lastDocs;
    private long bytes;
    private bool isUsed = true;

    /// <summary>Bytes of the values that were made.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Returns the documents of the term; null for one in too few articles. Concurrent first calls may make it twice.</summary>
    public long[]? SetOf(PostingList postings)
    {
        if ((long)postings.Count * SetShare < maxDoc)
            return null;
        if (set is not null)
            return set;
        var made = new long[BitWords.LengthFor(maxDoc)];
        var docs = new int[PostingList.BlockSize];
        for (var block = 0; block < postings.Blocks; block++)
            BitWords.Set(made, docs.AsSpan(0, postings.ReadDocs(block, docs)));
        Take(made.Length * 8L);
        return set = made;
    }

    /// <summary>Returns the last document of each block. Concurrent first calls may make them twice.</summary>
    public int[] LastDocsOf(PostingList postings)
    {
        if (lastDocs is not null)
            return lastDocs;
        var made = new int[postings.Blocks];
        for (var block = 0; block < made.Length; block++)
            made[block] = postings.LastDoc(block);
        Take(made.Length * 4L);
        return lastDocs = made;
    }

    /// <summary>Concurrent first calls may make them twice.</summary>
    /// <param name="lengths">By document; null for fields without lengths.</param>
    public TermBounds BoundsOf(PostingList postings, Bm25Curve curve, float[]? lengths)
    {
        if (bounds is { } known && known.Fits(curve))
            return known;
        var made = TermBounds.Of(postings, curve, lengths, maxDoc);
        Take(made.Size);
        return bounds = made;
    }

    /// <summary>Returns the frequencies of a term that has a set; null for others. Concurrent first calls may make them twice.</summary>
    public SetFrequencies? FreqsOf(PostingList postings)
    {
        if (freqs is not null || SetOf(postings) is not { } docs)
            return freqs;
        var made = new SetFrequencies(docs);
        var values = new int[PostingList.BlockSize];
        for (var block = 0; block < postings.Blocks; block++)
            made.Put(block * PostingList.BlockSize, values.AsSpan(0, postings.ReadFreqs(block, values)));
        Take(made.Size);
        return freqs = made;
    }

    public void MarkUsed()
    {
        if (!isUsed)
            isUsed = true;
    }

    /// <summary>Returns true if the profile was used since the last call.</summary>
    public bool TestAndClearUsed()
    {
        var was = isUsed;
        isUsed = false;
        return was;
    }

    private void Take(long more)
    {
        Interlocked.Add(ref bytes, more);
        taken(more);
    }
}
