using NewsIndex.Analysis;
using NewsIndex.Lucene.Positions;

namespace NewsIndex.Lucene.Translation;

/// <summary>Words that may stand at one place of a phrase.</summary>
/// <param name="Key">Tells the parts of one language from those of another.</param>
/// <param name="Position">Of what was typed.</param>
/// <param name="Places">Positions that it stands for: see <see cref="AnalysedWord"/>.</param>
internal readonly record struct PhrasePart(string Key, PositionPlan.Terms Words, int Position, int Places = 1);
