using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// Leads the names of one article back to entities: a surname to the full name it goes with, an acronym to its long form, and all of them
/// to the alias table. Types are kept apart, and no name goes by likeness: "Japan" is not the Bank of Japan.
/// </summary>
public sealed class MentionResolver(AliasTable aliases)
{
    /// <param name="mentions">Of one article, in the order of its text; those of the headline first.</param>
    /// <param name="given">Entities that the archive names beside the text: they join those of the text.</param>
    /// <returns>One reference for each mention, and then one for each given entity.</returns>
    public EntityReference[] Resolve(IReadOnlyList<Mention> mentions, IReadOnlyList<NamedEntity> given)
    {
        var names = mentions.Select((mention, i) => new Name(TypeOf(mention), NameKey.Of(mention.Name, TypeOf(mention)), mention.Name, i))
            .Concat(given.Select((entity, i) => new Name(entity.Type, NameKey.Of(entity.Name, entity.Type), entity.Name, mentions.Count + i)))
            .ToArray();
        return [.. names.Select(name => ReferenceOf(LongForm(name, names)))];
    }

    /// <summary>A firm that is called as its founders were is no person, and the table knows better than the recogniser.</summary>
    private EntityType TypeOf(Mention mention) =>
        mention.Type == EntityType.Person
        && aliases.Find(EntityType.Person, NameKey.Of(mention.Name, EntityType.Person)).Count == 0
        && aliases.Find(EntityType.Organization, NameKey.Of(mention.Name, EntityType.Organization)) is [_]
            ? EntityType.Organization
            : mention.Type;

    private EntityReference ReferenceOf(Name name)
    {
        if (name.Type == EntityType.Place && aliases.CountryOf(name.Key) is { } country)
            return country.Reference;
        if (name.Type == EntityType.Person && aliases.Find(name.Type, name.FullKey) is [var exactly])
            return exactly.Reference;
        if (aliases.Find(name.Type, name.Key) is [var known])
            return known.Reference;
        return name.Type == EntityType.Person && !name.HasSpace
            ? EntityReference.Unresolved(name.Type, name.Key)
            : EntityReference.Named(name.Type, name.Key);
    }

    private static Name LongForm(Name name, Name[] names) => name.Type switch
    {
        EntityType.Person => WithMiddleName(name.HasSpace ? name : FullName(name, names), names),
        EntityType.Organization => name.IsAcronym ? SpelledOut(name, names) : name.HasSpace ? name : Beginning(name, names),
        _ => WithRegion(name, names),
    };

    /// <summary>"Springfield" is the Springfield, Illinois of the article, when there is one.</summary>
    private static Name WithRegion(Name name, Name[] names)
    {
        var found = name;
        foreach (var other in names)
        {
            if (other.Type != EntityType.Place || other.BeforeComma != name.Key || name.HasComma)
                continue;
            if (found != name && found.Key != other.Key)
                return name;
            found = other;
        }

        return found;
    }

    /// <summary>"Trump" is the Donald Trump named last before it, else the next one; first names and names that put the family first too.</summary>
    private static Name FullName(Name name, Name[] names)
    {
        Name? byFirst = null, later = null;
        for (var i = name.Number - 1; i >= 0; i--)
        {
            if (!IsFullPerson(names[i]))
                continue;
            if (names[i].EndsWith(name.Key))
                return names[i];
            if (byFirst is null && names[i].StartsWith(name.Key))
                byFirst = names[i];
        }

        if (byFirst is not null)
            return byFirst;
        for (var i = name.Number + 1; i < names.Length && later is null; i++)
        {
            if (IsFullPerson(names[i]) && (names[i].EndsWith(name.Key) || names[i].StartsWith(name.Key)))
                later = names[i];
        }

        return later ?? name;
    }

    private static bool IsFullPerson(Name name) => name.Type == EntityType.Person && name.HasSpace;

    /// <summary>"Hillary Clinton" is the one Hillary Rodham Clinton of the article.</summary>
    private static Name WithMiddleName(Name name, Name[] names)
    {
        if (name.Words.Length != 2)
            return name;
        Name? longer = null;
        foreach (var other in names)
        {
            if (other.Type != EntityType.Person || other.Words.Length <= 2 || other.Words[0] != name.Words[0] || other.Words[^1] != name.Words[1]
                || !other.MiddleInitials.StartsWith(name.MiddleInitials, StringComparison.Ordinal))
                continue;
            if (longer is not null && longer.Key != other.Key)
                return name;
            longer = other;
        }

        return longer ?? name;
    }

    private static Name SpelledOut(Name acronym, Name[] names)
    {
        foreach (var other in names)
        {
            if (other.Type == EntityType.Organization && other.HasSpace && other.HasInitials(acronym.Key))
                return other;
        }

        return acronym;
    }

    /// <summary>"Boeing" is the one organisation of the article that begins with it.</summary>
    private static Name Beginning(Name name, Name[] names)
    {
        Name? longer = null;
        foreach (var other in names)
        {
            if (other.Type != EntityType.Organization || !other.HasSpace || !other.StartsWith(name.Key))
                continue;
            if (longer is not null && longer.Key != other.Key)
                return name;
            longer = other;
        }

        return longer ?? name;
    }

    private sealed class Name(EntityType type, string key, string written, int number)
    {
        private static readonly string[] Small = ["of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "to"];

        public EntityType Type => type;

        public string Key => key;

        /// <summary>Of a person, with every initial.</summary>
        public string FullKey { get; } = type == EntityType.Person ? NameKey.WithInitials(written) : key;

        /// <summary>Of the words between the first and the last, as written: "h" of Henry H. Baker, "hw" of George H.W. Bush.</summary>
        public string MiddleInitials => FullKey.Split(' ') is [_, .. var middle, _] ? string.Concat(middle.Select(word => word.Length <= 2 ? word : word[..1])) : "";

        public int Number => number;

        public string[] Words { get; } = key.Split(' ');

        public bool HasSpace => Words.Length > 1;

        public bool HasComma { get; } = written.Contains(',', StringComparison.Ordinal);

        /// <summary>The town of "town, region"; empty for other names.</summary>
        public string BeforeComma { get; } =
            type == EntityType.Place && written.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 ? NameKey.Of(written[..comma], type) : "";

        public bool IsAcronym { get; } = key.Length is >= 2 and <= 6 && !key.Contains(' ', StringComparison.Ordinal) && written.Any(char.IsUpper) && !written.Any(char.IsLower);

        public bool StartsWith(string word) => Words[0] == word;

        public bool EndsWith(string word) => Words[^1] == word;

        public bool HasInitials(string initials) => Spells(initials, Words) || Spells(initials, [.. Words.Where(word => !Small.Contains(word))]);

        private static bool Spells(string initials, string[] words)
        {
            if (words.Length != initials.Length)
                return false;
            for (var i = 0; i < words.Length; i++)
            {
                if (words[i][0] != initials[i])
                    return false;
            }

            return true;
        }
    }
}
