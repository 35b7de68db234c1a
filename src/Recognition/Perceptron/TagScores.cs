namespace Recognition.Perceptron;

/// <summary>The layout of scores: a block of 16 a token, of which the first 13 belong to the tags of the scheme.</summary>
internal static class TagScores
{
    /// <summary>Length of a block: the number of tags, padded to a multiple of the vector width. The padding is ignored.</summary>
    public const int Stride = 16;
}
