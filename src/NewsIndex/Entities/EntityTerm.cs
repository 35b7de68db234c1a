namespace NewsIndex.Entities;

/// <summary>A term that stands for an entity.</summary>
/// <param name="Term">See <see cref="MentionTerm"/>.</param>
/// <param name="Articles">The articles in which it does; null for all.</param>
internal readonly record struct EntityTerm(string Term, ArticleChoice? Articles);
