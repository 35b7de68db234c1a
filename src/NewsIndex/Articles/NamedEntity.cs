namespace NewsIndex.Articles;

public enum EntityType
{
    Person,
    Organization,
    Place,
}

/// <summary>A person, organisation or place that an article is said to be about.</summary>
/// <param name="Name">As the archive writes it: <c>James Baker</c>, or <c>james-baker</c> where it has only that.</param>
public sealed record NamedEntity(string Name, EntityType Type)
{
    /// <summary>The normalised name; two names are the same when these are equal: see <see cref="EntityName.Normalise"/>.</summary>
    public string Key => EntityName.Normalise(Name);
}
