using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>The resolution of a name in a query.</summary>
/// <param name="Asked">The name as typed.</param>
/// <param name="Entity">The entity; null if the name itself was searched, because no entity or more than one has it.</param>
/// <param name="Candidates">Entities with the name, most mentioned first; at most ten.</param>
public sealed record EntityReading(string Asked, EntityType? Type, NamedReference? Entity, IReadOnlyList<NamedReference> Candidates);
