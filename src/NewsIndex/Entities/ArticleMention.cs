using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>A name in an article and the entity that it is linked to.</summary>
/// <param name="Start">Offset of the first character in headline or body, in UTF-16 code units.</param>
/// <param name="End">Offset after the last character.</param>
public readonly record struct ArticleMention(EntityReference Entity, MentionZone Zone, int Start, int End);
