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
    private TermBounds? bounds;

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
        taken(made.Length * 8L);
        return set = made;
    }

    /// <summary>Concurrent first calls may make them twice.</summary>
    /// <param name="lengths">By document; null for fields without lengths.</param>
    public TermBounds BoundsOf(PostingList postings, Bm25Curve curve, float[]? lengths)
    {
        if (bounds is { } known && known.Fits(curve))
            return known;
        var made = TermBounds.Of(postings, curve, lengths);
        taken(made.Size);
        return bounds = made;
    }
}
