namespace NewsIndex.Evaluation;

/// <summary>
/// The documents in which a word scores most, as sets: an eighth of its documents, and a thirty-second. What is outside of a set has a
/// bound.
/// </summary>
/// <param name="maxDoc">Number of documents of the segment.</param>
internal sealed class FactorLevels(int maxDoc)
{
    /// <summary>Number of sets.</summary>
    public const int Levels = 2;

    private const int Bins = 1024;

    private readonly long[][] sets = [.. Enumerable.Range(0, Levels).Select(_ => new long[BitWords.LengthFor(maxDoc)])];
    private int[] documents = new int[Bins + 1];
    private readonly float[] least = new float[Levels];
    private readonly float[] outside = new float[Levels];

    /// <summary>Bytes in memory.</summary>
    public long Size => sets.Sum(set => set.Length * 8L);

    /// <summary>The documents of a level, from 0; each level is part of the one before.</summary>
    public long[] SetOf(int level) => sets[level];

    /// <summary>The greatest factor of the documents that are not in a level.</summary>
    public float Outside(int level) => outside[level];

    /// <summary>Counts factors, of all documents before any is added.</summary>
    /// <param name="factors">From 0 to 1.</param>
    public void Tally(ReadOnlySpan<float> factors)
    {
        foreach (var factor in factors)
            documents[BinOf(factor)]++;
    }

    /// <summary>Sets the least factors of the levels by what was counted.</summary>
    public void Divide()
    {
        var all = documents.Sum();
        for (var level = 0; level < Levels; level++)
        {
            var (bin, above) = (Bins, 0);
            while (bin > 0 && above + documents[bin] <= all >> (1 + (2 * (level + 1))))
                above += documents[bin--];
            least[level] = (bin + 1f) / Bins;
        }

        documents = [];
    }

    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<float> factors)
    {
        for (var level = 0; level < Levels; level++)
        {
            for (var i = 0; i < docs.Length; i++)
            {
                if (factors[i] >= least[level])
                    BitWords.Set(sets[level], docs[i]);
                else
                    outside[level] = Math.Max(outside[level], factors[i]);
            }
        }
    }

    private static int BinOf(float factor) => Math.Clamp((int)(factor * Bins), 0, Bins);
}
