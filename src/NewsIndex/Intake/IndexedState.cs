using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>Facts about an article that an index keeps beside its record.</summary>
/// <param name="Revision">1 for the first text of the article, one more for each that replaced it.</param>
/// <param name="Arrival">The generation that this text of the article makes.</param>
/// <param name="CopyGroup">The id of the first article with nearly this text; its own id when it is the first.</param>
/// <param name="Bands">MinHash bands of the text when it is the first of its group; empty for the others.</param>
internal readonly record struct IndexedState(int Revision, Generation Arrival, string CopyGroup, uint[] Bands);
