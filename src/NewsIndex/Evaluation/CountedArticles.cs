using System.Runtime.InteropServices;

namespace NewsIndex.Evaluation;

/// <summary>Articles in which something was counted, so that they are not read again to be scored.</summary>
internal sealed class CountedArticles
{
    private readonly List<int> docs = [];
    private readonly List<int> counts = [];

    /// <summary>Place of the article that was looked up last.</summary>
    private int at;

    public ReadOnlySpan<int> Docs => CollectionsMarshal.AsSpan(docs);

    public void Clear()
    {
        docs.Clear();
        counts.Clear();
        at = 0;
    }

    /// <param name="doc">Greater than those before.</param>
    public void Add(int doc, int count)
    {
        docs.Add(doc);
        counts.Add(count);
    }

    /// <summary>Returns the count of an article, or 0. Fast for articles in ascending order.</summary>
    public int Of(int doc)
    {
        if (at > 0 && docs[at - 1] >= doc)
            at = 0;
        if (at < docs.Count && docs[at] < doc)
            at++;
        if (at < docs.Count && docs[at] < doc)
            at = FirstFrom(doc);
        return at < docs.Count && docs[at] == doc ? counts[at] : 0;
    }

    /// <summary>Returns the place of the first article that is not less.</summary>
    private int FirstFrom(int doc)
    {
        var found = docs.BinarySearch(at, docs.Count - at, doc, null);
        return found >= 0 ? found : ~found;
    }
}
