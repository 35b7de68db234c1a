namespace NewsIndex.Entities;

/// <summary>
/// Log-likelihood ratio of a co-occurrence: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", 1993.
/// </summary>
public static class LogLikelihood
{
    /// <param name="both">Articles with both.</param>
    /// <param name="all">Articles in all, at least as many as those with either.</param>
    /// <returns>0 or more: G², twice the logarithm of the ratio of likelihoods.</returns>
    public static double Ratio(long both, long first, long second, long all)
    {
        long[,] table = { { both, first - both }, { second - both, all - first - second + both } };
        double sum = 0;
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 2; j++)
            {
                var expected = (double)(table[i, 0] + table[i, 1]) * (table[0, j] + table[1, j]) / all;
                if (table[i, j] > 0 && expected > 0)
                    sum += table[i, j] * Math.Log(table[i, j] / expected);
            }
        }

        return Math.Max(0, 2 * sum);
    }
}
