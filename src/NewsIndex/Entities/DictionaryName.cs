using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>A name of an entity in an <see cref="EntityDictionary"/>, as written.</summary>
/// <param name="number">Number of the entity in the dictionary.</param>
/// <param name="normalised">See <see cref="EntityName.Normalise"/>.</param>
internal sealed class DictionaryName(EntityReference entity, int number, string normalised, string name)
{
    public EntityReference Entity => entity;

    public int Number => number;

    public string Normalised => normalised;

    /// <summary>See <see cref="NameKey.Said"/>.</summary>
    public string Said { get; } = NameKey.IsSaidOtherwise(name, normalised) ? NameKey.Said(name) : normalised;

    public string Name => name;

    public long Mentions { get; set; }
}
