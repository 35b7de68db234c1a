using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>A name in an article and what it stands for.</summary>
/// <param name="Start">Its first character, in UTF-16 code units from the beginning of headline or body.</param>
/// <param name="End">The place after its last character.</param>
public readonly record struct ArticleMention(EntityReference Entity, MentionZone Zone, int Start, int End);
