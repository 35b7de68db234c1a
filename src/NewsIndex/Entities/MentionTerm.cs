using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// The terms of a mention, all at its position: the entity; the name together with the entity, so that names can be listed by prefix and an
/// entity be searched by some of its names; and, for persons, the first and the last word of the full name, so that a surname finds
/// everyone with it.
/// </summary>
internal static class MentionTerm
{
    private const char Part = '\u0001';

    public static string OfEntity(EntityReference entity) => $"e{Letter(entity.Type)}{entity.Id}";

    public static string OfName(EntityReference entity, string name) => OfName(entity, name, EntityName.Normalise(name));

    public static IEnumerable<string> All(EntityReference entity, string name)
    {
        var normalised = EntityName.Normalise(name);
        yield return OfEntity(entity);
        yield return OfName(entity, name, normalised);
        if (entity.Type != EntityType.Person || !normalised.Contains(' ', StringComparison.Ordinal))
            yield break;
        // Words of the name in natural order, without Jr.: "Bush, George W." and "Robert Dole Jr." have the family names Bush and Dole.
        var words = NameKey.Of(name, entity.Type).Split(' ');
        yield return $"{WordPrefix(words[^1])}{entity.Id}";
        if (words.Length > 1)
            yield return $"{WordPrefix(words[0])}{entity.Id}";
    }

    /// <summary>Prefix of the terms of persons whose full name starts or ends with a word.</summary>
    public static string WordPrefix(string word) => $"wp{word}{Part}";

    /// <summary>Prefix of the terms of a name, one for each entity with it.</summary>
    /// <param name="normalised">See <see cref="EntityName.Normalise"/>.</param>
    public static string NamePrefix(EntityType type, string normalised) => $"n{Letter(type)}{normalised}{Part}";

    /// <summary>Prefix of the terms of all names of a type.</summary>
    public static string AllNames(EntityType type) => $"n{Letter(type)}";

    /// <summary>Reads the term of a name, or of a word of one.</summary>
    /// <param name="articles">Number of articles with the term.</param>
    /// <param name="mentions">Number of mentions in these articles.</param>
    public static MentionName Read(string term, int articles, long mentions)
    {
        var type = term[1] switch { 'p' => EntityType.Person, 'o' => EntityType.Organization, _ => EntityType.Place };
        var parts = term[2..].Split(Part, 3);
        return new MentionName(new EntityReference(type, parts[1]), parts[0], parts.Length > 2 ? parts[2] : "", term, articles, mentions);
    }

    private static string OfName(EntityReference entity, string name, string normalised) =>
        $"{NamePrefix(entity.Type, normalised)}{entity.Id}{Part}{OnOneLine(name)}";

    /// <summary>A name may contain a line break of its text.</summary>
    private static string OnOneLine(string name) => name.AsSpan().ContainsAny('\n', '\r', '\t')
        ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : name;

    private static char Letter(EntityType type) => type switch
    {
        EntityType.Person => 'p',
        EntityType.Organization => 'o',
        _ => 'l',
    };
}
