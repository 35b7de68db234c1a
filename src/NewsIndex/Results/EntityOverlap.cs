using NewsIndex.Entities;

namespace NewsIndex.Results;

/// <summary>The overlap of an entity's articles with those of another.</summary>
/// <param name="Together">The number of articles with both.</param>
/// <param name="Articles">The number of articles with this entity.</param>
internal readonly record struct EntityOverlap(EntityReference Entity, long Together, long Articles);
