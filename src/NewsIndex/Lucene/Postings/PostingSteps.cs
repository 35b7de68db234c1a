namespace NewsIndex.Lucene.Postings;

/// <summary>
/// Steps through the postings of one term after the other, to documents in ascending order, and decodes only the blocks in which they may
/// be. For one thread.
/// </summary>
internal sealed class PostingSteps
{
    private readonly int[] docs = new int[PostingList.BlockSize];
    private readonly int[] freqs = new int[PostingList.BlockSize];
    private PostingList list = null!;
    private int block;

    /// <summary>Postings of the block in <see cref="docs"/>; 0 when it is not decoded.</summary>
    private int count;

    /// <summary>True when the frequencies of the block are in <see cref="freqs"/>.</summary>
    private bool hasFreqs;

    /// <summary>Number of the current posting in its block.</summary>
    private int index;

    /// <summary>Begins with a term.</summary>
    public void Open(PostingList postings)
    {
        list = postings;
        GoTo(0);
    }

    /// <summary>Moves to the posting of a document; false when there is none.</summary>
    /// <param name="doc">Not smaller than those before.</param>
    public bool MoveTo(int doc)
    {
        if (list.LastDoc(block) < doc && !SkipTo(doc))
            return false;
        if (count == 0)
            count = list.ReadDocs(block, docs);
        // Several documents are compared at once, which is faster than to halve so few.
        index = docs.AsSpan(0, count).IndexOf(doc);
        return index >= 0;
    }

    /// <summary>Returns the positions of the current posting in ascending order.</summary>
    public int[] Positions()
    {
        if (!hasFreqs)
            list.ReadFreqs(block, freqs);
        hasFreqs = true;
        var positions = new int[freqs[index]];
        list.ReadPositions(block, index, freqs, positions);
        return positions;
    }

    /// <summary>Goes to the first block that ends at or behind a document, in growing leaps; false when there is none.</summary>
    private bool SkipTo(int doc)
    {
        var (before, leap) = (block, 1);
        while (before + leap < list.Blocks && list.LastDoc(before + leap) < doc)
            (before, leap) = (before + leap, 2 * leap);
        for (var end = Math.Min(before + leap, list.Blocks); end - before > 1;)
        {
            var middle = (before + end) >>> 1;
            (before, end) = list.LastDoc(middle) < doc ? (middle, end) : (before, middle);
        }

        if (before + 1 >= list.Blocks)
            return false;
        GoTo(before + 1);
        return true;
    }

    private void GoTo(int next) => (block, count, hasFreqs) = (next, 0, false);
}
