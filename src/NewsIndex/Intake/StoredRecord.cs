using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>An article's record as it is stored.</summary>
/// <param name="Json">In UTF-8.</param>
/// <param name="Revision">1 for the first text of the article.</param>
/// <param name="Arrival">The generation that this text of the article made.</param>
internal readonly record struct StoredRecord(ReadOnlyMemory<byte> Json, DateTimeOffset IndexedAt, int Revision, Generation Arrival);
