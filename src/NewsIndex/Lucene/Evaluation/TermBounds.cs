using NewsIndex.Evaluation;
using NewsIndex.Lucene.Postings;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// The greatest factors of a word in a segment: a factor is the share that a frequency and a length give of the limit of the score, from 0
/// to 1. Made from the postings by one pass; takes 4 bytes per block, a byte for 64 documents and 3 KB.
/// </summary>
internal sealed class TermBounds
{
    /// <summary>Documents with the greatest factors that are kept.</summary>
    private const int MaxBest = 256;

    /// <summary>The greatest peak. Peaks are rounded up.</summary>
    private const byte MaxPeak = byte.MaxValue;

    private readonly float[] maxima;
    private readonly int[] bestInOrder;
    private readonly Bm25Curve curve;

    private TermBounds(PostingList postings, Bm25Curve curve, float[]? lengths, int maxDoc)
    {
        this.curve = curve with { Weight = 1 };
        maxima = new float[postings.Blocks];
        var best = new BestPostings(MaxBest);
        var chunks = new float[PeaksFor(maxDoc)];
        var (docs, freqs, factors) =
            (new int[PostingList.BlockSize], new int[PostingList.BlockSize], new float[PostingList.BlockSize]);
        for (var block = 0; block < maxima.Length; block++)
        {
            var count = postings.Read(block, docs, freqs);
            this.curve.Score(docs.AsSpan(0, count), freqs, lengths, factors);
            foreach (var factor in factors.AsSpan(0, count))
                maxima[block] = Math.Max(maxima[block], factor);
            best.Add(docs.AsSpan(0, count), freqs, factors, maxima[block]);
            for (var i = 0; i < count; i++)
                chunks[docs[i] / BitWords.Size] = Math.Max(chunks[docs[i] / BitWords.Size], factors[i]);
        }

        Max = maxima.Max();
        Peaks = Array.ConvertAll(chunks, factor => (byte)Math.Min(MaxPeak, MathF.Ceiling(factor / Max * MaxPeak)));
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

    /// <summary>
    /// The greatest factor of each word of a set of documents, in units of <see cref="PeakUnit"/>; 0 where no document has the word. With
    /// zeros behind the last, so that they can be read by eights.
    /// </summary>
    public byte[] Peaks { get; }

    /// <summary>The factor of a peak of 1.</summary>
    public float PeakUnit => Max / MaxPeak;

    /// <summary>Bytes in memory.</summary>
    public long Size => (maxima.Length * 4L) + (Best.Length * 16L) + Peaks.Length;

    /// <param name="lengths">By document; null for fields without lengths.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public static TermBounds Of(PostingList postings, Bm25Curve curve, float[]? lengths, int maxDoc) =>
        new(postings, curve, lengths, maxDoc);

    public float MaxOf(int block) => maxima[block];

    public bool IsBest(int doc) => Array.BinarySearch(bestInOrder, doc) >= 0;

    private static int PeaksFor(int maxDoc) => (BitWords.LengthFor(maxDoc) + 7) & ~7;

    /// <summary>
    /// Returns what factors grow by at most under another average length, which changes with each commit; at least 1. With a longer
    /// average an article of the same length counts as shorter: tf / (tf + c + d/r) is at most r · tf / (tf + c + d).
    /// </summary>
    public float StretchFor(Bm25Curve other) => curve.PerWord == other.PerWord ? 1 : Math.Max(1, curve.PerWord / other.PerWord);

    /// <summary>Returns false for curves of other parameters, and for averages so different that the bounds are loose.</summary>
    public bool Fits(Bm25Curve other) =>
        curve.Floor == other.Floor && curve.Unnormed == other.Unnormed && Math.Abs(curve.PerWord - other.PerWord) <= 0.05 * other.PerWord;
}
