namespace NewsIndex.Queries;

/// <summary>Recency boost: reduces the score of an article by its age, to half at most.</summary>
/// <param name="HalfLife">The age at which half of the reduction applies; more than zero.</param>
/// <param name="Now">The time from which age is counted.</param>
public sealed record Recency(TimeSpan HalfLife, DateTimeOffset Now)
{
    /// <summary>The factor of a score: 1 for a new article, 0.75 at the half-life, 0.5 for one without a date.</summary>
    /// <remarks>The decay is exponential, after Li and Croft, "Time-Based Language Models", CIKM 2003.</remarks>
    public double Weight(DateTimeOffset? published)
    {
        if (published is not { } date)
            return 0.5;
        // Clocks of publishers run ahead; an article from the future counts as new.
        var halvings = Math.Max((Now - date) / HalfLife, 0);
        return 0.5 + (0.5 * Math.Pow(0.5, halvings));
    }
}
