using NewsIndex.Entities;

namespace SearchService.Replies;

/// <summary>A mention with the display name of its entity.</summary>
internal sealed record NamedMention(ArticleMention Mention, string Name);
