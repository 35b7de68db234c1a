namespace Recognition.Tagging;

/// <summary>A name in a sentence.</summary>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Type">Its type as <see cref="TagScheme"/> numbers them: person 0, organisation 1, place 2.</param>
internal readonly record struct TagSpan(int Start, int End, int Type)
{
    /// <summary>Number of tokens, at least 1.</summary>
    public int Length => End - Start;
}
