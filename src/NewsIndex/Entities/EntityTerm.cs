namespace NewsIndex.Entities;

/// <summary>A term of an entity.</summary>
/// <param name="Term">See <see cref="MentionTerm"/>.</param>
/// <param name="Articles">The articles in which the term counts; null for all.</param>
internal readonly record struct EntityTerm(string Term, ArticleChoice? Articles);
