using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>Which entity a name stands for.</summary>
/// <param name="Id">
/// The Wikidata id where the alias table knows it, such as <c>Q22686</c>; otherwise made of type and name, such as
/// <c>person:karoline leavitt</c>, and <c>person:~smith</c> for a name alone that could be anyone's.
/// </param>
public readonly record struct EntityReference(EntityType Type, string Id)
{
    /// <summary>Marks a name that was not led back to an entity.</summary>
    private const char Open = '~';

    /// <summary>False for a bare name that could be anyone's: it can be searched for, but stands for no entity.</summary>
    public bool IsResolved => !Id.Contains(":~", StringComparison.Ordinal);

    public static EntityReference Named(EntityType type, string key) => new(type, $"{Word(type)}:{key}");

    public static EntityReference Unresolved(EntityType type, string key) => new(type, $"{Word(type)}:{Open}{key}");

    /// <summary><c>person</c>, <c>organization</c> or <c>place</c>.</summary>
    public static string Word(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organization",
        _ => "place",
    };
}
