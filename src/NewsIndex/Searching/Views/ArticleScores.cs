namespace NewsIndex.Searching.Views;

/// <summary>Parts of the first-stage score of an article.</summary>
/// <param name="Words">Lexical score of the query.</param>
/// <param name="Clauses">Lexical score of each clause alone; 0 for one that does not match or does not score.</param>
/// <param name="Age">Recency factor; null when the recency boost is off.</param>
internal sealed record ArticleScores(float Words, IReadOnlyList<float> Clauses, float? Age);
