using NewsIndex.Articles;

namespace NewsIndex;

/// <summary>An article as the index holds it.</summary>
/// <param name="ContentHash">SHA-256 of the article record, 64 hexadecimal digits: changes when anything in the article does.</param>
/// <param name="IndexedAt">When this content was written to the index, to the second, in UTC. Says nothing of when the article came out.</param>
public sealed record StoredArticle(Article Article, string ContentHash, DateTimeOffset IndexedAt);
