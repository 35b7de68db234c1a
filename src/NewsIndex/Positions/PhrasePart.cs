using NewsIndex.Analysis;

namespace NewsIndex.Positions;

/// <summary>The words that may stand at one position of a phrase.</summary>
/// <param name="Key">Distinguishes the parts of one language from those of another.</param>
/// <param name="Position">In the typed text.</param>
/// <param name="Places">The number of positions that it covers: see <see cref="AnalysedWord"/>.</param>
internal readonly record struct PhrasePart(string Key, PositionPlan.Terms Words, int Position, int Places = 1);
