namespace NewsIndex.Evaluation;

/// <summary>Memory for the scores of a part and the sums of several.</summary>
internal sealed class ScoreBuffer
{
    private double[] sums = [];
    private float[] scores = [];

    internal delegate void Scorer(Evaluator part, ReadOnlySpan<int> docs, Span<float> into);

    public (double[] Sums, float[] Scores) Rent(int count)
    {
        if (sums.Length < count)
            (sums, scores) = (new double[count], new float[count]);
        return (sums, scores);
    }

    /// <summary>Adds up the scores of parts in double precision, as Lucene does.</summary>
    /// <param name="score">Gives the scores of one part.</param>
    public void Sum(Evaluator[] parts, ReadOnlySpan<int> docs, Span<float> into, Scorer score)
    {
        var (total, own) = Rent(docs.Length);
        Array.Clear(total);
        foreach (var part in parts)
        {
            if (part.OnlySelects)
                continue;
            score(part, docs, own);
            for (var i = 0; i < docs.Length; i++)
                total[i] += own[i];
        }

        for (var i = 0; i < docs.Length; i++)
            into[i] = (float)total[i];
    }
}
