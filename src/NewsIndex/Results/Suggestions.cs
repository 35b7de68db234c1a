using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>What may be meant by what is being typed, of each kind its best.</summary>
/// <param name="Correction">Null where the spelling is as good as any.</param>
public sealed record Suggestions(IReadOnlyList<Suggestion> Items, SpellingCorrection? Correction, Generation Generation);
