using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>A name of an entity as articles write it. Dictionaries that have it in common share it.</summary>
internal sealed class WrittenName(EntityReference entity, string name, string normalised)
{
    public EntityReference Entity => entity;

    /// <summary>As written.</summary>
    public string Name => name;

    /// <summary>See <see cref="EntityName.Normalise"/>.</summary>
    public string Normalised => normalised;

    /// <summary>See <see cref="NameKey.Said"/>.</summary>
    public string Said { get; } = NameKey.IsSaidOtherwise(name, normalised) ? NameKey.Said(name) : normalised;
}
