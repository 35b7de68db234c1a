namespace NewsIndex.Ranking;

/// <summary>
/// Scores nearness of meaning among the first hits: score + weight × cosine of the best passage, both in standard deviations of the window
/// from its mean. Only what it adds depends on the network, so that any scores may come before.
/// </summary>
/// <remarks>A weighted sum of standard scores: Fox and Shaw, "Combination of Multiple Searches", TREC-2, 1994.</remarks>
internal static class PassageScores
{
    /// <summary>Queries with fewer distinct words, without stop words, gain nothing.</summary>
    private const int MinWords = 3;

    /// <summary>Returns the typed words of a query in their order; null when they are too few.</summary>
    public static string? TextOf(ScoringWords words)
    {
        var different = words.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => EnglishTerms.Of(word).Count > 0).Distinct(StringComparer.OrdinalIgnoreCase);
        return different.Skip(MinWords - 1).Any() ? words.Text : null;
    }

    /// <summary>
    /// Computes what is added to each score of a window: 0 or more, since the lowest standard score is subtracted from all.
    /// </summary>
    /// <param name="scores">Scores before recency.</param>
    /// <param name="cosines">
    /// One a score, -1 to 1; null for an article without passages, as in other languages than English, which counts as an average one.
    /// </param>
    /// <param name="weight">Standard deviations of the scores that one of the cosines is worth; 0 or more.</param>
    public static float[] Added(IReadOnlyList<float> scores, IReadOnlyList<float?> cosines, float weight)
    {
        var known = cosines.OfType<float>().ToList();
        var (mean, deviation) = MeanAndDeviation(known);
        if (deviation <= 0)
            return new float[scores.Count];
        var standard = cosines.Select(cosine => cosine is { } value ? (value - mean) / deviation : 0).ToList();
        // Scores that are all equal have no deviation, and say nothing that the cosines could be weighed against.
        var scale = MeanAndDeviation(scores).Deviation is var spread and > 0 ? spread : 1;
        var lowest = standard.Min();
        return [.. standard.Select(each => (float)(weight * scale * (each - lowest)))];
    }

    private static (double Mean, double Deviation) MeanAndDeviation(IReadOnlyList<float> values)
    {
        if (values.Count == 0)
            return default;
        var mean = values.Average(value => (double)value);
        return (mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }
}
