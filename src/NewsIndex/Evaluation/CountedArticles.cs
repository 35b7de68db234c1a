namespace NewsIndex.Evaluation;

/// <summary>Articles in which something was counted, so that they are not read again to be scored.</summary>
/// <param name="memory">
/// Holds the numbers. There may be hundreds of thousands, which would otherwise be allocated in the oldest generation of the garbage
/// collector.
/// </param>
internal sealed class CountedArticles(BitMemory memory)
{
    private const int FirstCapacity = 64;

    private int[] docs = [];
    private int[] counts = [];
    private int count;

    /// <summary>Place of the article that was looked up last.</summary>
    private int at;

    public ReadOnlySpan<int> Docs => docs.AsSpan(0, count);

    public void Clear() => (count, at) = (0, 0);

    /// <param name="doc">Greater than those before.</param>
    /// <param name="times">How often it was counted; 1 or more.</param>
    public void Add(int doc, int times)
    {
        if (count == Math.Min(docs.Length, counts.Length))
            (docs, counts) = (Longer(docs), Longer(counts));
        (docs[count], counts[count]) = (doc, times);
        count++;
    }

    /// <summary>Returns the count of an article, or 0. Fast for articles in ascending order.</summary>
    public int Of(int doc)
    {
        if (at > 0 && docs[at - 1] >= doc)
            at = 0;
        if (at < count && docs[at] < doc)
            at++;
        if (at < count && docs[at] < doc)
            at = FirstFrom(doc);
        return at < count && docs[at] == doc ? counts[at] : 0;
    }

    /// <summary>Returns the place of the first article that is not less.</summary>
    private int FirstFrom(int doc)
    {
        var found = docs.AsSpan(at, count - at).BinarySearch(doc);
        return at + (found >= 0 ? found : ~found);
    }

    private int[] Longer(int[] numbers)
    {
        var longer = memory.RentNumbers(Math.Max(FirstCapacity, 2 * numbers.Length));
        numbers.AsSpan(0, count).CopyTo(longer);
        return longer;
    }
}
