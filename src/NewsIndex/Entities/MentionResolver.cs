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
        EntityType.Person => WithMiddleName(WithLongForm(WithFirstName(WithGivenName(name.HasSpace ? name : FullName(name, names), names), names), names), names),
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

    /// <summary>
    /// "Trump" is the Donald Trump named last before it; "Louis" the Louis IX whom the article named first, since it is by their first names
    /// that its own people go; else either is the next one.
    /// </summary>
    private static Name FullName(Name name, Name[] names)
    {
        Name? byFirst = null, later = null;
        for (var i = name.Number - 1; i >= 0; i--)
        {
            if (!IsFullPerson(names[i]))
                continue;
            if (names[i].EndsWith(name.Key))
                return names[i];
            if (names[i].StartsWith(name.Key))
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

    /// <summary>"Van Gogh" is the one Vincent van Gogh of the article, and "Suu Kyi" the one Aung San Suu Kyi.</summary>
    private static Name WithGivenName(Name name, Name[] names) =>
        name.HasSpace ? OnlyOne(name, names, other => other.Words.Length > name.Words.Length && other.Words.AsSpan().EndsWith(name.Words)) : name;

    /// <summary>"G. W. McLennan" is the one Grant McLennan of the article, and "SM Anwar" the one Sheikh Mohammad Anwar.</summary>
    private static Name WithFirstName(Name name, Name[] names) => name.Words is [var first, var family] && (first.Length == 1 || name.BeginsWithInitials)
        ? OnlyOne(name, names, other => other.Words[0].Length > 1 && other.Words[^1] == family && (first.Length == 1 ? other.Words[0][0] == first[0] : other.GivenInitials == first))
        : name;

    /// <summary>"Bill Brantley" is the one William Brantley of the article.</summary>
    private static Name WithLongForm(Name name, Name[] names) => name.Words is [var first, var family]
        ? OnlyOne(name, names, other => other.Words[^1] == family && other.Words[0].Length > first.Length && Nicknames.Match(first, other.Words[0]))
        : name;

    /// <summary>"Hillary Clinton" is the one Hillary Rodham Clinton of the article.</summary>
    private static Name WithMiddleName(Name name, Name[] names) => name.Words is [var first, var family]
        ? OnlyOne(name, names, other => other.Words.Length > 2 && other.Words[0] == first && other.Words[^1] == family && other.MiddleInitials.StartsWith(name.MiddleInitials, StringComparison.Ordinal))
        : name;

    /// <summary>The person of the article whose full name fits; the name itself where none does, or several.</summary>
    private static Name OnlyOne(Name name, Name[] names, Func<Name, bool> fits)
    {
        Name? longer = null;
        foreach (var other in names)
        {
            if (!IsFullPerson(other) || !fits(other))
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

        /// <summary>"sm" of Sheikh Mohammad Anwar: titles count here, since initials are made of them too.</summary>
        public string GivenInitials => string.Concat(EntityName.Normalise(written).Split(' ')[..^1].Where(word => word.Length > 0).Select(word => word[0]));

        /// <summary>SM Anwar, JK Rowling.</summary>
        public bool BeginsWithInitials { get; } = written.Split(' ', 2)[0] is { Length: 2 or 3 } first && first.All(char.IsUpper);

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
