using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>A name of an entity as articles write it.</summary>
/// <param name="Normalised">See <see cref="EntityName.Normalise"/>.</param>
/// <param name="Name">As written; empty for the term of a word.</param>
/// <param name="Term">See <see cref="MentionTerm"/>.</param>
/// <param name="Articles">Number of articles with the name, including some that were replaced.</param>
/// <param name="Mentions">Number of mentions in these articles.</param>
internal readonly record struct MentionName(
    EntityReference Entity, string Normalised, string Name, string Term, int Articles, long Mentions);
