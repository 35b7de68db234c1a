using NewsIndex.Results;

namespace NewsIndex.Alerts;

/// <summary>An alert and an article that arrived and matches it.</summary>
/// <param name="Arrival">Number of the generation with which this text of the article arrived; no two texts share one.</param>
/// <param name="Article">Without its body.</param>
public sealed record AlertMatch(Alert Alert, long Arrival, StoredArticle Article);
