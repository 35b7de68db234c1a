namespace NewsIndex.Ranking;

/// <summary>
/// Scores nearness of meaning among the first hits: score + weight × cosine of the best passage, both in standard deviations of the
/// window from its mean. Only what it adds depends on the network, so that any scores may come before. A window of a few hits is measured
/// mostly by the usual deviations, so that a small difference stays one.
/// </summary>
/// <remarks>A weighted sum of standard scores: Fox and Shaw, "Combination of Multiple Searches", TREC-2, 1994.</remarks>
internal static class PassageScores
{
    /// <summary>Queries with fewer distinct words, without stop words, gain nothing.</summary>
    private const int MinWords = 3;

    /// <summary>
    /// Hits of the usual deviations that a window counts as having besides its own. Between 0 and 20, MAP stays within 0.0001: see
    /// tests/Evaluation/results/passages.md.
    /// </summary>
    private const int UsualHits = 5;

    /// <summary>Standard deviation of the cosines in the median window of the evaluation collections.</summary>
    private const double UsualOfCosines = 0.12;

    /// <summary>Standard deviation of the scores in the same, as a share of the highest score.</summary>
    private const double UsualOfScores = 0.13;

    /// <summary>
    /// Returns the typed words of a query in their order; null when they are too few, and for phrases alone, which are meant literally.
    /// </summary>
    public static string? TextOf(ScoringWords words)
    {
        if (words.IsLiteral)
            return null;
        var different = words.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => EnglishTerms.Of(word).Count > 0).Distinct(StringComparer.OrdinalIgnoreCase);
        return different.Skip(MinWords - 1).Any() ? words.Text : null;
    }

    /// <summary>
    /// Computes what is added to each score of a window: 0 or more, since the lowest standard score is subtracted from all.
    /// </summary>
    /// <param name="scores">Scores before recency, 0 or more. Where all are 0, nothing is added.</param>
    /// <param name="cosines">
    /// One a score, -1 to 1; null for an article without passages, as in other languages than English, which counts as an average one.
    /// </param>
    /// <param name="weight">Standard deviations of the scores that one of the cosines is worth; 0 or more.</param>
    public static float[] Added(IReadOnlyList<float> scores, IReadOnlyList<float?> cosines, float weight)
    {
        var known = cosines.OfType<float>().ToList();
        if (known.Count == 0)
            return new float[scores.Count];
        var mean = known.Average();
        var ofCosines = Deviation(known, UsualOfCosines);
        var worth = weight * Deviation(scores, UsualOfScores * scores.Max()) / ofCosines;
        var lowest = known.Min();
        return [.. cosines.Select(cosine => (float)(worth * ((cosine ?? mean) - lowest)))];
    }

    /// <summary>
    /// Estimates a standard deviation, as if <see cref="UsualHits"/> more values had the usual one: two or three say little, and in units
    /// of their own deviation the smallest difference would look large.
    /// </summary>
    /// <param name="values">One or more.</param>
    /// <param name="usual">Standard deviation to expect; 0 or more.</param>
    /// <remarks>
    /// Scale of the posterior of a variance under a scaled inverse chi-squared prior: Gelman et al., "Bayesian Data Analysis", section 2.6.
    /// </remarks>
    private static double Deviation(IReadOnlyList<float> values, double usual)
    {
        var mean = values.Average(value => (double)value);
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return Math.Sqrt((squares + (UsualHits * usual * usual)) / (values.Count + UsualHits));
    }
}
