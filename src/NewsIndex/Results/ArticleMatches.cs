using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>The text of one article with every match of a query.</summary>
/// <param name="Article">With its body; without content hash.</param>
/// <param name="IsFound">True if the query finds the article; otherwise <paramref name="Matches"/> is empty.</param>
/// <param name="Problem">The reason why matches are missing; null when they are known.</param>
/// <param name="Notices">Remarks on how the query was answered, as sentences.</param>
/// <param name="Entities">How each name of an entity in the query was read.</param>
public sealed record ArticleMatches(
    StoredArticle Article,
    bool IsFound,
    HitMatches Matches,
    string? Problem,
    Generation Generation,
    IReadOnlyList<string> Notices,
    IReadOnlyList<EntityReading> Entities);
