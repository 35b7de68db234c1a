namespace NewsIndex.Lucene.Scoring;

/// <summary>A hit with its location in the index.</summary>
/// <param name="SortKey">Larger keys come first.</param>
/// <param name="Words">Lexical part of the score, before recency and typed forms; 0 in other orders.</param>
/// <param name="Doc">Document number in its segment.</param>
internal readonly record struct TopArticle(long SortKey, float Score, float Words, int Doc, int Segment)
{
    /// <summary>Returns the same hit with another score.</summary>
    /// <param name="score">0 or more.</param>
    public TopArticle WithScore(float score) => this with { SortKey = KeyOf(score), Score = score };

    /// <param name="score">0 or more; the bits of such floats sort like integers.</param>
    public static long KeyOf(float score) => BitConverter.SingleToInt32Bits(score);
}
