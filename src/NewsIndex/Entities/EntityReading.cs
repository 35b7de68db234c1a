using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>How a name in a query was read.</summary>
/// <param name="Asked">The name as typed.</param>
/// <param name="Entity">
/// The entity it stands for; null when it was searched for as a name, because it is nobody's or more than one's.
/// </param>
/// <param name="Candidates">Entities that go by the name, most mentioned first; at most ten.</param>
public sealed record EntityReading(string Asked, EntityType? Type, NamedReference? Entity, IReadOnlyList<NamedReference> Candidates);

/// <param name="Name">The name to show.</param>
public readonly record struct NamedReference(EntityReference Entity, string Name);
