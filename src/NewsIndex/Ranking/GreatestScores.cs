namespace NewsIndex.Ranking;

/// <summary>Keeps the greatest of the scores that are added.</summary>
/// <param name="capacity">How many are kept; more than 0.</param>
internal sealed class GreatestScores(int capacity)
{
    /// <summary>Ascending, from <see cref="first"/> on: most scores that enter are low ones, which then move few others.</summary>
    private readonly float[] scores = new float[capacity];
    private int first = capacity;

    /// <summary>True when as many scores were added as are kept.</summary>
    public bool IsFull => first == 0;

    /// <summary>The least of those kept; negative while fewer were added.</summary>
    public float Least => IsFull ? scores[0] : -1;

    public void Add(float score)
    {
        if (IsFull && score <= scores[0])
            return;
        // Scores move down to make room, from where the least was.
        var at = IsFull ? 1 : first--;
        for (; at < scores.Length && scores[at] < score; at++)
            scores[at - 1] = scores[at];
        scores[at - 1] = score;
    }
}
