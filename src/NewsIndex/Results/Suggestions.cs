using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>Completions of a typed text, the best of each kind.</summary>
/// <param name="Correction">A better spelling; null where there is none.</param>
public sealed record Suggestions(IReadOnlyList<Suggestion> Items, SpellingCorrection? Correction, Generation Generation);
