using System.Collections.Frozen;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>Resolves a typed name to the terms to search for: those of one entity, or the mentions of a name that several share.</summary>
internal sealed class EntityLookup(INameDictionary names, EntityCorrections corrections)
{
    private const int MaxCandidates = 10;

    /// <summary>Maximum length of an acronym, in characters, including dots.</summary>
    private const int MaxAcronymLength = 8;

    private static readonly FrozenSet<string> FamilyParticles =
        "van von vom der den de del della di da das dos do du des la le bin ibn ben bint abu ter ten zu".Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly EntityType[] AllTypes = Enum.GetValues<EntityType>();

    /// <summary>Returns the terms to search for, and the resolution of the name.</summary>
    public (IReadOnlyList<EntityTerm> Terms, EntityReading Reading) Find(string name, EntityType? type)
    {
        if (AsId(name, type) is { } asked)
            return (TermsOf(asked), new EntityReading(name, asked.Type, Named(asked), []));

        var found = (type is { } only ? [only] : AllTypes).SelectMany(each => Candidates(name, each)).ToList();
        var resolved = found.Where(each => each.Entity.IsResolved).GroupBy(each => each.Entity)
            .OrderByDescending(group => group.Any(each => each.IsWhole))
            .ThenByDescending(group => group.Sum(each => each.Mentions))
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .ToList();
        var certain = resolved.Where(group => group.Any(each => each.IsWhole)).Select(group => group.Key).ToList();
        if (certain.Count == 0 && resolved.Count == 1)
            certain = [resolved[0].Key];
        if (certain.Count == 1)
        {
            var loose = resolved.Count == 1 ? found.Where(each => !each.Entity.IsResolved).SelectMany(each => each.Terms) : [];
            return ([.. TermsOf(certain[0]).Concat(loose).Distinct()], new EntityReading(name, type, Named(certain[0]), []));
        }

        return (
            [.. found.SelectMany(each => each.Terms).Distinct()],
            new EntityReading(name, type, null, [.. resolved.Take(MaxCandidates).Select(group => Named(group.Key))]));
    }

    /// <summary>Returns the terms of entities with an equal or similar name.</summary>
    public (IReadOnlyList<EntityTerm> Terms, EntityReading Reading) FindNearly(string name, EntityType? type)
    {
        var normalised = NameKey.Said(name);
        var like = new EntityNames(names, corrections).Like(normalised, type, Math.Clamp(normalised.Length / 4, 1, 4));
        var found = EntityNames.MostMentioned(like).ToList();
        var (terms, reading) = Find(name, type);
        if (reading.Entity is { } exactly && !found.Contains(exactly.Entity))
            found.Insert(0, exactly.Entity);
        return (
            [.. found.SelectMany(TermsOf).Concat(terms).Distinct()],
            found.Count == 1
            ? new EntityReading(name, type, Named(found[0]), [])
            : new EntityReading(name, type, null, [.. found.Take(MaxCandidates).Select(Named)]));
    }

    /// <summary>Returns the terms of mentions with a name, of any entity.</summary>
    public IReadOnlyList<EntityTerm> FindLiteral(string name, EntityType? type) =>
        [.. (type is { } only ? [only] : AllTypes).SelectMany(each => NamesIn(each, EntityName.Normalise(name)))
            .Select(each => new EntityTerm(each.Term, null)).Distinct()];

    /// <summary>The terms of an entity after corrections: its own and those merged into it, by all names or by some.</summary>
    public IReadOnlyList<EntityTerm> TermsOf(EntityReference entity) =>
        [.. corrections.IndexedAs(entity).SelectMany(indexed => corrections.IsSplitByName(indexed)
            ? NamesOf(entity, indexed)
            : corrections.OwnersOf(indexed, "").Where(owner => owner.Entity == entity)
                .Select(owner => new EntityTerm(MentionTerm.OfEntity(indexed), owner.Articles)))];

    /// <summary>The names by which an indexed entity resolves to another, or to itself.</summary>
    private IEnumerable<EntityTerm> NamesOf(EntityReference entity, EntityReference indexed) =>
        names.Entities.NamesOf(indexed).SelectMany(name => corrections.OwnersOf(indexed, name.Normalised)
            .Where(owner => owner.Entity == entity)
            .Select(owner => new EntityTerm(MentionTerm.OfName(indexed, name.Name), owner.Articles)));

    /// <summary>
    /// The entity with its display name: from a correction, the alias table, or the most frequent in articles, in this order.
    /// </summary>
    public NamedReference Named(EntityReference entity) =>
        new(entity, corrections.NameOf(entity)
            ?? AliasTable.Shipped.WithId(entity.Id)?.Name ?? InstitutionName(entity) ?? WrittenName(entity));

    /// <summary>"Japan's Finance Ministry", by the most frequent name; null if it is not the institution of a country.</summary>
    private string? InstitutionName(EntityReference entity)
    {
        if (entity.Type != EntityType.Organization || Institutions.Shipped.OfEntity(entity.Id) is not { } its)
            return null;
        var written = Institutions.Shipped.NamesOf(its.Institution).SelectMany(name => NamesIn(entity.Type, name))
            .Where(name => name.Entity == entity)
            .GroupBy(name => name.Normalised, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(name => name.Mentions)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.MaxBy(name => (name.Name.Any(char.IsLower), name.Mentions)).Name;
        return its.Called(written ?? its.Institution);
    }

    /// <summary>The name in the id, or a spelling variant of it, as most articles write it.</summary>
    private string WrittenName(EntityReference entity)
    {
        var key = KeyIn(entity.Id);
        var written =
            MostFrequent(NamesIn(entity.Type, key).Where(name => name.Entity == entity).Select(name => (name.Name, name.Mentions)))
            ?? MostFrequent(names.Entities.NamesOf(entity).Where(name => NameKey.Of(name.Name, entity.Type) == key)
                .Select(name => (name.Name, name.Mentions)));
        return ShownName.Of(written ?? key, entity.Type, isKey: written is null);
    }

    /// <summary>The most frequent name; names with lower-case letters are preferred to those in capitals.</summary>
    private static string? MostFrequent(IEnumerable<(string Name, long Mentions)> names) =>
        names.GroupBy(name => name.Name, StringComparer.Ordinal)
        .OrderByDescending(group =>
            (group.Key.Length > 3 && group.Key.Any(char.IsLower) && group.Key.Any(char.IsUpper), group.Sum(name => name.Mentions)))
        .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private static string KeyIn(string id) =>
        id.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? id[(colon + 1)..].TrimStart('~') : id;

    private IEnumerable<Candidate> Candidates(string name, EntityType type)
    {
        var key = NameKey.Of(name, type);
        if (key.Length == 0)
            yield break;
        var isWhole = type != EntityType.Person || key.Contains(' ', StringComparison.Ordinal);
        var exactly = type == EntityType.Person ? AliasTable.Shipped.Find(type, NameKey.WithInitials(name)) : [];
        var known = exactly.Count == 1 ? exactly : AliasTable.Shipped.Find(type, key);
        var identities = known.Select(entity => entity.Reference).ToList();
        if (type == EntityType.Place && AliasTable.Shipped.CountryOf(key) is { } country)
            identities.Add(country.Reference);
        if (type == EntityType.Organization && Institutions.Shipped.Read(key) is { } institution)
            identities.Add(Institutions.Shipped.ReferenceOf(institution));
        identities.AddRange(NameKey.All(name, type).SelectMany(form => corrections.Called(type, form)));
        var named = EntityReference.Named(type, key);
        if (exactly.Count != 1 && (corrections.KnowsName(named) || names.Has(MentionTerm.OfEntity(named))))
            identities.Add(named);
        var own = identities.Select(corrections.Resolve).Distinct().ToList();
        foreach (var identity in own)
        {
            var terms = TermsOf(identity);
            if (terms.Any(term => names.Has(term.Term)))
                yield return new Candidate(identity, isWhole && own.Count == 1, 0, terms);
        }

        foreach (var each in Spellings(name, key, type).SelectMany(spelling => NamesIn(type, spelling)))
        {
            var owners = corrections.OwnersOf(each.Entity, each.Normalised);
            // If articles decide the owner of a name, and for an acronym without a known owner, no owner is more likely than another.
            var isShared = owners.Count > 1 || (known.Count == 0 && IsAcronym(each.Name));
            foreach (var owner in owners)
                yield return new Candidate(owner.Entity, isWhole && isShared, each.Mentions, [new EntityTerm(each.Term, owner.Articles)]);
        }

        if (isWhole)
        {
            foreach (var each in OfFamily(key, own))
                yield return each;
            yield break;
        }

        foreach (var given in corrections.GivenNames.Where(given => given.Entity.Type == type
            && HasOuterWord(NameKey.Of(given.Name, type), key)))
            yield return new Candidate(corrections.Resolve(given.Entity), false, 0, TermsOf(corrections.Resolve(given.Entity)));
        foreach (var each in names.WithPrefix(MentionTerm.WordPrefix(key)))
        {
            // The term of a word covers mentions by all names of an entity.
            foreach (var owner in OwnersOf(each.Entity))
                yield return new Candidate(owner, false, each.Mentions,
                    corrections.IsSplit(each.Entity) ? TermsOf(owner) : [new EntityTerm(each.Term, null)]);
        }
    }

    /// <summary>"van der Berg", "bin Laden": persons whose full name ends with it, unless it is a name on its own.</summary>
    private IEnumerable<Candidate> OfFamily(string key, List<EntityReference> own)
    {
        if (own.Count > 0 || !FamilyParticles.Contains(key.Split(' ')[0]))
            return [];
        return names.WithPrefix(MentionTerm.WordPrefix(key[(key.LastIndexOf(' ') + 1)..]))
            .Where(each => names.Entities.NamesOf(each.Entity)
                .Any(name => NameKey.Of(name.Name, EntityType.Person).EndsWith(' ' + key, StringComparison.Ordinal)))
            .SelectMany(each => OwnersOf(each.Entity).Select(owner => new Candidate(owner, false, each.Mentions, TermsOf(owner))));
    }

    private static bool HasOuterWord(string name, string word) =>
        name.Split(' ') is [var first, .., var last] && (first == word || last == word);

    private IEnumerable<EntityReference> OwnersOf(EntityReference indexed) => corrections.IsSplit(indexed)
        ? names.Entities.NamesOf(indexed).SelectMany(name => corrections.OwnersOf(indexed, name.Normalised))
            .Select(owner => owner.Entity).Distinct()
        : [corrections.Resolve(indexed)];

    private static IEnumerable<string> Spellings(string name, string key, EntityType type) =>
        new[] { EntityName.Normalise(name), key }.Concat(OtherNames(key, type)).Distinct(StringComparer.Ordinal);

    private static bool IsAcronym(string written) =>
        written.Length is >= 2 and <= MaxAcronymLength && written.All(c => char.IsUpper(c) || c is '.' or '&');

    /// <summary>A "Ministry of Finance" is a "Finance Ministry", for any country's.</summary>
    private static IEnumerable<string> OtherNames(string key, EntityType type) =>
        type == EntityType.Organization && Institutions.Shipped.Find(key) is { } institution
        ? Institutions.Shipped.NamesOf(institution)
        : [];

    private IEnumerable<MentionName> NamesIn(EntityType type, string normalised) =>
        names.WithPrefix(MentionTerm.NamePrefix(type, normalised));

    private EntityReference? AsId(string name, EntityType? type)
    {
        if (EntityReference.TryParse(name, type) is { } reference)
            return corrections.Resolve(reference);
        return null;
    }

    /// <param name="IsWhole">True when the typed name is a whole name of the entity, rather than a surname that others share.</param>
    private readonly record struct Candidate(EntityReference Entity, bool IsWhole, long Mentions, IReadOnlyList<EntityTerm> Terms);
}
