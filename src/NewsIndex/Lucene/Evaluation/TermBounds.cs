using NewsIndex.Evaluation;
using NewsIndex.Lucene.Postings;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// The greatest factors of a word in a segment: a factor is the share that a frequency and a length give of the limit of the score, from 0
/// to 1. Made from the postings by one pass; takes 4 bytes per block and 3 KB.
/// </summary>
internal sealed class TermBounds
{
    /// <summary>Documents with the greatest factors that are kept.</summary>
    private const int MaxBest = 256;

    private readonly float[] maxima;
    private readonly int[] bestInOrder;
    private readonly Bm25Curve curve;
    private readonly float[]? lengths;
    private FactorLevels? levels;

    private TermBounds(PostingList postings, Bm25Curve curve, float[]? lengths)
    {
        (this.curve, this.lengths) = (curve with { Weight = 1 }, lengths);
        maxima = new float[postings.Blocks];
        var best = new BestPostings(MaxBest);
        var (docs, freqs, factors) =
            (new int[PostingList.BlockSize], new int[PostingList.BlockSize], new float[PostingList.BlockSize]);
        for (var block = 0; block < maxima.Length; block++)
        {
            var count = postings.Read(block, docs, freqs);
            this.curve.Score(docs.AsSpan(0, count), freqs, lengths, factors);
            foreach (var factor in factors.AsSpan(0, count))
                maxima[block] = Math.Max(maxima[block], factor);
            best.Add(docs.AsSpan(0, count), freqs, factors, maxima[block]);
        }

        Max = maxima.Max();
        Best = best.InOrder();
        Rest = best.Rest;
        bestInOrder = Array.ConvertAll(Best, each => each.Doc);
        Array.Sort(bestInOrder);
    }

    /// <summary>Documents with the greatest factors, greatest first.</summary>
    public (int Doc, int Freq, float Factor)[] Best { get; }

    /// <summary>The greatest factor of the other documents; 0 if there are none.</summary>
    public float Rest { get; }

    public float Max { get; }

    /// <summary>Bytes in memory.</summary>
    public long Size => (maxima.Length * 4L) + (Best.Length * 16L);

    public static TermBounds Of(PostingList postings, Bm25Curve curve, float[]? lengths) => new(postings, curve, lengths);

    /// <summary>Returns the documents with great factors as sets. Concurrent first calls may make them twice.</summary>
    /// <param name="postings">The same as for the bounds.</param>
    /// <param name="taken">Called with the bytes that they take, if they are made.</param>
    public FactorLevels LevelsOf(PostingList postings, int maxDoc, Action<long> taken)
    {
        if (levels is not null)
            return levels;
        var made = new FactorLevels(maxDoc);
        ForEachBlock(postings, (_, factors) => made.Tally(factors));
        made.Divide();
        ForEachBlock(postings, made.Add);
        taken(made.Size);
        return levels = made;
    }

    public float MaxOf(int block) => maxima[block];

    public bool IsBest(int doc) => Array.BinarySearch(bestInOrder, doc) >= 0;

    /// <summary>
    /// Returns what factors grow by at most under another average length, which changes with each commit; at least 1. With a longer
    /// average an article of the same length counts as shorter: tf / (tf + c + d/r) is at most r · tf / (tf + c + d).
    /// </summary>
    public float StretchFor(Bm25Curve other) => curve.PerWord == other.PerWord ? 1 : Math.Max(1, curve.PerWord / other.PerWord);

    /// <summary>Returns false for curves of other parameters, and for averages so different that the bounds are loose.</summary>
    public bool Fits(Bm25Curve other) =>
        curve.Floor == other.Floor && curve.Unnormed == other.Unnormed && Math.Abs(curve.PerWord - other.PerWord) <= 0.05 * other.PerWord;

    private delegate void BlockReader(ReadOnlySpan<int> docs, ReadOnlySpan<float> factors);

    private void ForEachBlock(PostingList postings, BlockReader read)
    {
        var (docs, freqs, factors) =
            (new int[PostingList.BlockSize], new int[PostingList.BlockSize], new float[PostingList.BlockSize]);
        for (var block = 0; block < postings.Blocks; block++)
        {
            var count = postings.Read(block, docs, freqs);
            curve.Score(docs.AsSpan(0, count), freqs, lengths, factors);
            read(docs.AsSpan(0, count), factors.AsSpan(0, count));
        }
    }
}
