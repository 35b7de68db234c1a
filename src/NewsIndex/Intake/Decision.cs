using NewsIndex.Engines;
using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>Outcome for one incoming article, with what follows from it.</summary>
/// <param name="Revision">1 for a new article; 0 when nothing is written.</param>
/// <param name="Arrival">The generation that the article makes; meaningless when nothing is written.</param>
/// <param name="Replaced">The text that it replaces; null for all outcomes but <see cref="WriteOutcome.Updated"/>.</param>
internal readonly record struct Decision(
    WriteOutcome Outcome, int Revision = 0, Generation Arrival = default, StoredRecord? Replaced = null)
{
    public bool IsWritten => Outcome is WriteOutcome.New or WriteOutcome.Updated;
}
