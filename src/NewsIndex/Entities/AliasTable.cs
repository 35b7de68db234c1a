using System.Collections.Frozen;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>
/// Entities by name, from <c>aliases.tsv</c>, one fact a line. A name that two entities of one type share resolves to neither.
/// </summary>
public sealed class AliasTable
{
    private readonly FrozenDictionary<(EntityType, string), KnownEntity[]> byKey;
    private readonly FrozenDictionary<string, KnownEntity> byId;
    private readonly FrozenDictionary<string, string> demonyms;
    private readonly FrozenDictionary<string, string> capitals;
    private readonly FrozenSet<string> countries;

    private AliasTable(IEnumerable<string> lines)
    {
        var keys = new Dictionary<(EntityType, string), List<KnownEntity>>();
        var ids = new Dictionary<string, KnownEntity>(StringComparer.Ordinal);
        var peoples = new Dictionary<string, string>(StringComparer.Ordinal);
        var seats = new Dictionary<string, string>(StringComparer.Ordinal);
        var facts = lines.Where(line => line.Length > 0 && line[0] != '#').Select(AliasFact.Read).ToList();
        foreach (var fact in facts.Where(fact => fact.Relation == "name"))
            ids[fact.Id] = new KnownEntity(fact.Type, fact.Id, fact.Alias);
        foreach (var fact in facts)
        {
            var key = NameKey.Of(fact.Alias, fact.Type);
            if (fact.Relation is "demonym" or "capital")
            {
                (fact.Relation == "demonym" ? peoples : seats).TryAdd(key, fact.Id);
                continue;
            }

            foreach (var form in NameKey.All(fact.Alias, fact.Type))
            {
                if (!keys.TryGetValue((fact.Type, form), out var entities))
                    keys[(fact.Type, form)] = entities = [];
                if (!entities.Exists(entity => entity.Id == fact.Id))
                    entities.Add(ids[fact.Id]);
            }
        }

        byKey = keys.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        byId = ids.ToFrozenDictionary(StringComparer.Ordinal);
        demonyms = peoples.ToFrozenDictionary(StringComparer.Ordinal);
        capitals = seats.ToFrozenDictionary(StringComparer.Ordinal);
        countries = peoples.Values.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The table of the product.</summary>
    public static AliasTable Shipped { get; } = ReadShipped();

    /// <summary>Entities of a type with a name; empty if it is unknown.</summary>
    /// <param name="key">See <see cref="NameKey.Of"/> and, for persons, <see cref="NameKey.WithInitials"/>.</param>
    public IReadOnlyList<KnownEntity> Find(EntityType type, string key) => byKey.GetValueOrDefault((type, key)) ?? [];

    /// <summary>The country that a word such as <c>russian</c> or <c>armenians</c> belongs to, or null.</summary>
    public KnownEntity? CountryOf(string demonym) =>
        demonyms.TryGetValue(demonym, out var id)
            || (demonym.EndsWith("ns", StringComparison.Ordinal) && demonyms.TryGetValue(demonym[..^1], out id))
            ? byId[id]
            : null;

    /// <summary>The country of that name or of a word such as <c>russian</c>; null if there is none.</summary>
    public KnownEntity? CountryNamed(string key) =>
        CountryOf(key) ?? (Find(EntityType.Place, key) is [var place] && countries.Contains(place.Id) ? place : null);

    /// <summary>The country with this capital, or null.</summary>
    public KnownEntity? GovernedFrom(string capital) => capitals.TryGetValue(capital, out var id) ? byId[id] : null;

    /// <summary>The names of an organisation, in the form of <see cref="NameKey.Of"/>, sorted.</summary>
    internal IEnumerable<(string Key, KnownEntity Entity)> Organizations =>
        byKey.Where(pair => pair.Key.Item1 == EntityType.Organization && pair.Value.Length == 1)
            .Select(pair => (pair.Key.Item2, pair.Value[0]))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal);

    /// <summary>Returns null if the table does not have it.</summary>
    public KnownEntity? WithId(string id) => byId.GetValueOrDefault(id);

    private static AliasTable ReadShipped()
    {
        using var stream = typeof(AliasTable).Assembly.GetManifestResourceStream("aliases.tsv")!;
        using var reader = new StreamReader(stream);
        return new AliasTable(reader.ReadToEnd().Split('\n'));
    }

    private readonly record struct AliasFact(EntityType Type, string Alias, string Relation, string Id)
    {
        public static AliasFact Read(string line)
        {
            var columns = line.Split('\t');
            return new AliasFact(EntityReference.TypeOf(columns[0]), columns[1], columns[2], columns[3]);
        }
    }
}
