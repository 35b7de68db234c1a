using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;

namespace NewsIndex.Lucene;

/// <summary>Every name in an index, to be looked up by the beginning of any of its words, or by a spelling near to it. In memory; read when first needed.</summary>
internal sealed class EntityDirectory
{
    private static readonly ConditionalWeakTable<IndexReader, EntityDirectory> ByReader = [];

    private readonly List<Entry> names = [];
    private readonly Dictionary<EntityReference, List<int>> byEntity = [];

    /// <summary>The words of all names, in the order of the rest of the name from there on.</summary>
    private readonly (int Name, int Offset)[] words;

    private EntityDirectory(IndexReader reader)
    {
        var places = new Dictionary<(EntityReference, string), int>();
        foreach (var leaf in reader.Leaves)
        {
            foreach (var type in Enum.GetValues<EntityType>())
            {
                foreach (var name in MentionTerm.Names(leaf.AtomicReader, MentionTerm.AllNames(type)))
                    Take(name, places);
            }
        }

        words = [.. names.SelectMany((entry, i) => WordStarts(entry.Normalised).Select(offset => (i, offset)))];
        Array.Sort(words, (a, b) => RestOf(a).SequenceCompareTo(RestOf(b)) is var order and not 0 ? order : a.Name.CompareTo(b.Name));
    }

    public static EntityDirectory Of(IndexReader reader) => ByReader.GetValue(reader, each => new EntityDirectory(each));

    /// <summary>The names, as written, that a part of an entity goes by: those split off for some other are left out.</summary>
    public IEnumerable<NameCount> NamesOf(EntityPart part, EntityCorrections corrections) =>
        (byEntity.GetValueOrDefault(part.Entity) ?? []).Select(i => names[i])
            .Where(name => part.Names?.Contains(name.Normalised) ?? !corrections.NamesSplitFrom(part.Entity).Contains(name.Normalised))
            .Select(name => new NameCount(name.Name, name.Mentions));

    /// <summary>Entities one of whose names has a word from which it goes on as typed, with how often they are mentioned.</summary>
    public Dictionary<EntityReference, long> BeginningWith(string typed, EntityType? type, EntityCorrections corrections)
    {
        var found = new Dictionary<EntityReference, long>();
        for (var i = LowerBound(typed); i < words.Length && RestOf(words[i]).StartsWith(typed, StringComparison.Ordinal); i++)
            Add(found, names[words[i].Name], type, corrections);
        return found;
    }

    /// <summary>Entities with a name that differs from what was typed by at most so many letters, counted from any of its words on.</summary>
    public Dictionary<EntityReference, long> SpeltLike(string typed, EntityType? type, EntityCorrections corrections, int most)
    {
        var found = new Dictionary<EntityReference, long>();
        if (typed.Length < 4)
            return found;
        var first = typed[..1];
        for (var i = LowerBound(first); i < words.Length && RestOf(words[i])[0] == typed[0]; i++)
        {
            var rest = RestOf(words[i]);
            if (Math.Abs(rest.Length - typed.Length) <= most && EditDistance.IsWithin(rest, typed, most))
                Add(found, names[words[i].Name], type, corrections);
        }

        return found;
    }

    private void Take(MentionName name, Dictionary<(EntityReference, string), int> places)
    {
        if (!places.TryGetValue((name.Entity, name.Name), out var place))
        {
            places[(name.Entity, name.Name)] = place = names.Count;
            names.Add(new Entry(name.Entity, name.Normalised, name.Name));
            if (!byEntity.TryGetValue(name.Entity, out var all))
                byEntity[name.Entity] = all = [];
            all.Add(place);
        }

        names[place].Mentions += name.Mentions;
    }

    private static void Add(Dictionary<EntityReference, long> found, Entry name, EntityType? type, EntityCorrections corrections)
    {
        if ((type is not null && name.Entity.Type != type) || !name.Entity.IsResolved)
            return;
        var entity = corrections.Resolve(name.Entity, name.Normalised);
        found[entity] = found.GetValueOrDefault(entity) + name.Mentions;
    }

    private int LowerBound(string text)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (RestOf(words[middle]).SequenceCompareTo(text) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private ReadOnlySpan<char> RestOf((int Name, int Offset) word) => names[word.Name].Normalised.AsSpan(word.Offset);

    private static IEnumerable<int> WordStarts(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i == 0 || name[i - 1] == ' ')
                yield return i;
        }
    }

    private sealed class Entry(EntityReference entity, string normalised, string name)
    {
        public EntityReference Entity => entity;

        public string Normalised => normalised;

        public string Name => name;

        public long Mentions { get; set; }
    }
}
