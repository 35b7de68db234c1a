using NewsIndex.Entities;

namespace NewsIndex.Results;

/// <summary>An entity as the index knows it.</summary>
/// <param name="Articles">The exact number of articles that mention it.</param>
/// <param name="Mentions">Times that it is named in them.</param>
/// <param name="Names">Names it is seen by, most frequent first; at most a hundred.</param>
/// <param name="First">The first day of publication of an article that mentions it; null when all are undated.</param>
/// <param name="Undated">The exact number of articles of unknown date that mention it.</param>
public sealed record EntityCard(
    NamedReference Entity, long Articles, long Mentions, IReadOnlyList<NameCount> Names, DateOnly? First, DateOnly? Last,
    long Undated);
