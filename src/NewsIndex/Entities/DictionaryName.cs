namespace NewsIndex.Entities;

/// <summary>A name of an entity in an <see cref="EntityDictionary"/>.</summary>
/// <param name="Number">Number of the entity in the dictionary.</param>
/// <param name="Mentions">Number of mentions in articles.</param>
internal readonly record struct DictionaryName(WrittenName Written, int Number, long Mentions)
{
    public EntityReference Entity => Written.Entity;

    /// <inheritdoc cref="WrittenName.Normalised"/>
    public string Normalised => Written.Normalised;

    /// <inheritdoc cref="WrittenName.Name"/>
    public string Name => Written.Name;
}
