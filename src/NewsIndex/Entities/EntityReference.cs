using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>The entity that a name is linked to.</summary>
/// <param name="Id">
/// The Wikidata id where the alias table knows it, such as <c>Q22686</c>; otherwise made of type and name, such as <c>person:karoline
/// leavitt</c>, and <c>person:~smith</c> for an unresolved name.
/// </param>
public readonly record struct EntityReference(EntityType Type, string Id)
{
    /// <summary>Marks an unresolved name.</summary>
    private const char Open = '~';

    /// <summary>False for an unresolved name: it can be searched, but is not an entity.</summary>
    public bool IsResolved => !Id.Contains(":~", StringComparison.Ordinal);

    public static EntityReference Named(EntityType type, string key) => new(type, $"{Word(type)}:{key}");

    public static EntityReference Unresolved(EntityType type, string key) => new(type, $"{Word(type)}:{Open}{key}");

    /// <summary>Parses an <see cref="Id"/>; null if it is invalid. A Wikidata id needs a type, or has that of the alias table.</summary>
    public static EntityReference? TryParse(string id, EntityType? type = null)
    {
        foreach (var each in Enum.GetValues<EntityType>())
        {
            if (id.StartsWith(Word(each) + ":", StringComparison.Ordinal) && id.Length > Word(each).Length + 1)
                return type is null || type == each ? new EntityReference(each, id) : null;
        }

        if (id.Length < 2 || id[0] != 'Q' || id.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            return null;
        var known = AliasTable.Shipped.WithId(id);
        return (type ?? known?.Type) is { } its ? new EntityReference(its, id) : null;
    }

    /// <summary>The type that <see cref="Word"/> gives a word for.</summary>
    /// <exception cref="FormatException">The word is not one of the three.</exception>
    public static EntityType TypeOf(string word)
    {
        foreach (var type in Enum.GetValues<EntityType>())
        {
            if (word == Word(type))
                return type;
        }

        throw new FormatException($"\"{word}\" is not a valid type; expected person, organization or place");
    }

    /// <summary><c>person</c>, <c>organization</c> or <c>place</c>.</summary>
    public static string Word(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organization",
        _ => "place",
    };
}
