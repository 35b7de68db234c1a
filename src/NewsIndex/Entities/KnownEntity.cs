using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>An entity of the alias table.</summary>
/// <param name="Id">A Wikidata id, or <c>person:…</c> where the table has none.</param>
/// <param name="Name">The name to show.</param>
public sealed record KnownEntity(EntityType Type, string Id, string Name)
{
    public EntityReference Reference => new(Type, Id);
}
