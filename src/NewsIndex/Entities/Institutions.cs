using System.Collections.Frozen;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// Generic names, from <c>institutions.tsv</c>, one a line: every country has a "Finance Ministry", and many bodies are called
/// "Commission". Such a name is unresolved until the text states the country.
/// </summary>
public sealed class Institutions
{
    private const string Of = " of ";
    private readonly AliasTable aliases;

    /// <summary>First name of the institution by the key of each name.</summary>
    private readonly FrozenDictionary<string, string> institutions;
    private readonly FrozenSet<string> nouns;

    /// <summary>Institutions that have a name of their own in the alias table: the Senate of the United States.</summary>
    private readonly FrozenDictionary<NationalInstitution, KnownEntity> known;
    private readonly FrozenDictionary<string, NationalInstitution> byKnownId;

    private Institutions(AliasTable aliases, IEnumerable<string> lines)
    {
        this.aliases = aliases;
        var facts = lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        institutions = facts.Where(fact => fact[1] == "institution")
            .ToFrozenDictionary(fact => Key(fact[0]), fact => fact[2], StringComparer.Ordinal);
        nouns = facts.Where(fact => fact[1] == "noun").Select(fact => Key(fact[0])).ToFrozenSet(StringComparer.Ordinal);
        var named = new Dictionary<NationalInstitution, KnownEntity>();
        foreach (var (key, entity) in aliases.Organizations)
        {
            if (ReadWords(key) is { } its)
                named.TryAdd(its, entity);
        }

        known = named.ToFrozenDictionary();
        byKnownId = named.DistinctBy(pair => pair.Value.Id)
            .ToFrozenDictionary(pair => pair.Value.Id, pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>The list of the product, with its alias table.</summary>
    public static Institutions Shipped { get; } = ReadShipped();

    /// <summary>The first name of an institution that every country has; null for other names.</summary>
    /// <param name="key">See <see cref="NameKey.Of"/>.</param>
    public string? Find(string key) => institutions.GetValueOrDefault(key);

    /// <summary>All names of an institution, as <see cref="NameKey.Of"/> has them.</summary>
    /// <param name="first">As <see cref="Find"/> gives it.</param>
    public IEnumerable<string> NamesOf(string first) => institutions.Where(pair => pair.Value == first).Select(pair => pair.Key);

    /// <summary>Returns true for a name that only states a kind of body.</summary>
    public bool IsNoun(string key) => nouns.Contains(key);

    /// <summary>
    /// The institution and country of a name such as "Japanese Finance Ministry" or "Ministry of Finance of Japan"; null for other names.
    /// </summary>
    public NationalInstitution? Read(string key) =>
        aliases.Find(EntityType.Organization, key) is [var entity] ? OfEntity(entity.Id) : ReadWords(key);

    /// <summary>Null if the id belongs to something else.</summary>
    public NationalInstitution? OfEntity(string id)
    {
        const string Prefix = "organization:";
        if (byKnownId.TryGetValue(id, out var its))
            return its;
        return id.StartsWith(Prefix, StringComparison.Ordinal) && aliases.WithId(id) is null ? ReadWords(id[Prefix.Length..]) : null;
    }

    /// <summary>The entity in the alias table, or one named by institution and country.</summary>
    public EntityReference ReferenceOf(NationalInstitution its) => known.TryGetValue(its, out var entity)
        ? entity.Reference
        : EntityReference.Named(EntityType.Organization, Key(its.Institution) + Of + Key(its.Country.Name));

    private NationalInstitution? ReadWords(string key)
    {
        for (var space = key.IndexOf(' ', StringComparison.Ordinal); space > 0; space = key.IndexOf(' ', space + 1))
        {
            if (institutions.TryGetValue(key[(space + 1)..], out var after) && CountryNamed(key[..space]) is { } before)
                return new NationalInstitution(after, before);
        }

        for (var of = key.IndexOf(Of, StringComparison.Ordinal); of > 0; of = key.IndexOf(Of, of + 1, StringComparison.Ordinal))
        {
            if (institutions.TryGetValue(key[..of], out var institution)
                && CountryNamed(WithoutArticle(key[(of + Of.Length)..])) is { } country)
                return new NationalInstitution(institution, country);
        }

        return null;
    }

    /// <summary>Of "japan", "japanese" and "japans", which is what is left of "Japan's".</summary>
    private KnownEntity? CountryNamed(string key) =>
        aliases.CountryNamed(key) ?? (key.Length > 1 && key[^1] == 's' ? aliases.CountryNamed(key[..^1]) : null);

    private static string WithoutArticle(string key) => key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;

    private static string Key(string name) => NameKey.Of(name, EntityType.Organization);

    private static Institutions ReadShipped()
    {
        using var stream = typeof(Institutions).Assembly.GetManifestResourceStream("institutions.tsv")!;
        using var reader = new StreamReader(stream);
        return new Institutions(AliasTable.Shipped, reader.ReadToEnd().Split('\n'));
    }
}
