namespace NewsIndex.Lucene.Scoring;

/// <summary>A hit by its place in the index.</summary>
/// <param name="SortKey">Larger comes first.</param>
/// <param name="Words">The share of the score that the query's words have, before age and the form of words; 0 in other orders.</param>
/// <param name="Doc">Number in its segment.</param>
internal readonly record struct TopArticle(long SortKey, float Score, float Words, int Doc, int Segment)
{
    /// <summary>The same hit with another score.</summary>
    /// <param name="score">0 or more.</param>
    public TopArticle WithScore(float score) => this with { SortKey = KeyOf(score), Score = score };

    /// <param name="score">0 or more: the bits of such floats are ordered as they are.</param>
    public static long KeyOf(float score) => BitConverter.SingleToInt32Bits(score);
}
