namespace NewsIndex.Evaluation;

/// <summary>Room for the scores of a part and the sums of several.</summary>
internal sealed class ScoreBuffer
{
    private double[] sums = [];
    private float[] scores = [];

    public (double[] Sums, float[] Scores) Rent(int count)
    {
        if (sums.Length < count)
            (sums, scores) = (new double[count], new float[count]);
        return (sums, scores);
    }
}
