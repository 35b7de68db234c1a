using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Term frequencies in the articles of a segment, for collectors that receive articles out of order. Lucene scores a disjunction in windows
/// of 2,048 articles, unordered within a window. Decodes the postings of each window once.
/// </summary>
internal sealed class WindowedFrequencies(AtomicReader segment, Term term, Similarity.SimScorer scorer)
{
    /// <summary>Window size of BooleanScorer; another size would decode windows more than once.</summary>
    private const int WindowBits = 11;
    private const int WindowSize = 1 << WindowBits;

    /// <summary>
    /// Frequencies in the current window, at most <see cref="ushort.MaxValue"/>. A byte is too small: in long articles, BM25 distinguishes
    /// 255 from 1,000 occurrences.
    /// </summary>
    private readonly ushort[] frequencies = new ushort[WindowSize];
    private DocsEnum? postings = segment.GetTermDocsEnum(term);
    private int window = -1;

    /// <returns>0 for an article without the term.</returns>
    public float Score(int doc)
    {
        if (postings is null)
            return 0;
        if (doc >> WindowBits != window)
            Decode(doc >> WindowBits);
        return frequencies[doc & (WindowSize - 1)] is var frequency and > 0 ? scorer.Score(doc, frequency) : 0;
    }

    private void Decode(int next)
    {
        if (next < window)
            postings = segment.GetTermDocsEnum(term);
        window = next;
        Array.Clear(frequencies);
        var (first, end) = (next << WindowBits, (next + 1) << WindowBits);
        var doc = postings!.DocID;
        if (doc < first)
            doc = postings.Advance(first);
        for (; doc < end; doc = postings.NextDoc())
            frequencies[doc - first] = (ushort)Math.Min(postings.Freq, ushort.MaxValue);
    }
}
