namespace Recognition.Tagging;

/// <summary>A name in a sentence.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Type">Person 0, organisation 1, place 2.</param>
internal readonly record struct TagSpan(int Start, int End, int Type);
