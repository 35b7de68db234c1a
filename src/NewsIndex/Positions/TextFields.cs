namespace NewsIndex.Positions;

/// <summary>Fields that share one numbering of positions, so that a <see cref="PositionPlan"/> can compare positions across them.</summary>
internal static class TextFields
{
    /// <summary>Stems of headline and body.</summary>
    public const string Stems = "text";

    /// <summary>The same words in small letters, unstemmed.</summary>
    public const string Exact = "text.exact";

    /// <summary>Mentions of entities, each at the position of its first word.</summary>
    public const string Mentions = "text.mentions";

    /// <summary>
    /// The first position of the body; the headline lies before it. One field serves both zones: a word without a zone is a single lookup,
    /// and one in the body is the same lookup from this position on.
    /// </summary>
    public const int BodyPosition = 4096;

    /// <summary>The first position of entities that the archive lists beside the text. No article has as many words.</summary>
    public const int GivenPosition = 1 << 30;
}
