namespace NewsIndex.Searching.Views;

/// <summary>A hit with its location in the index.</summary>
/// <param name="SortKey">Larger keys come first.</param>
/// <param name="Doc">Number of the article in its segment. Meaningful to the view that returned the hit, and to no other code.</param>
/// <param name="Segment">Number of a part of the index, as the engine divides it.</param>
internal readonly record struct RankedHit(long SortKey, float Score, int Doc, int Segment)
{
    /// <summary>Returns the same hit with another score.</summary>
    /// <param name="score">0 or more.</param>
    public RankedHit WithScore(float score) => this with { SortKey = KeyOf(score), Score = score };

    /// <summary>The location as one number: engines read hits fastest in ascending order.</summary>
    public long Place => ((long)Segment << 32) | (uint)Doc;

    /// <param name="score">0 or more; the bits of such floats sort like integers.</param>
    public static long KeyOf(float score) => BitConverter.SingleToInt32Bits(score);
}
