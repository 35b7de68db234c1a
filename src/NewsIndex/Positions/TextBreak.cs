namespace NewsIndex.Positions;

/// <summary>The beginning of a sentence or paragraph, or either end of a quotation.</summary>
/// <param name="Position">That of the first word behind it.</param>
internal readonly record struct TextBreak(int Position, BreakKind Kind);
