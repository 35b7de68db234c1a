using NewsIndex.Results;

namespace NewsIndex.Searching.Views;

/// <summary>An article as read for a hit, with what matches in it.</summary>
/// <param name="Article">Without a content hash, which takes longer than the rest.</param>
/// <param name="Headline">Matches in order; some may overlap.</param>
/// <param name="Problem">The reason why matches are missing; null when they are known or were not asked for.</param>
internal readonly record struct FetchedArticle(
    StoredArticle Article, List<TextRange> Headline, List<TextRange> Body, string? Problem = null);
