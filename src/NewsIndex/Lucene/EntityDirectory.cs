using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;

namespace NewsIndex.Lucene;

/// <summary>Every name in an index, to be looked up by the beginning of any of its words, or by a spelling near to it. In memory; read when first needed.</summary>
internal sealed class EntityDirectory
{
    private static readonly PerGeneration<EntityDirectory> Made = new(reader => new EntityDirectory(reader));

    private readonly List<Entry> names = [];
    private readonly List<EntityReference> entities = [];
    private readonly Dictionary<EntityReference, List<int>> byEntity = [];

    /// <summary>The words of all names, in the order of the rest of the name from there on.</summary>
    private readonly Word[] words;

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

        words = [.. names.SelectMany((entry, i) => WordStarts(entry.Normalised).Select(offset => new Word(i, offset, entry.Normalised.Length - offset, LettersOf(entry.Normalised.AsSpan(offset)))))];
        Array.Sort(words, (a, b) => RestOf(a).SequenceCompareTo(RestOf(b)) is var order and not 0 ? order : a.Name.CompareTo(b.Name));
    }

    public static EntityDirectory Of(IndexReader reader) => Made.Of(reader);

    /// <summary>The names, as written, that a part of an entity goes by: those split off for some other are left out.</summary>
    public IEnumerable<NameCount> NamesOf(EntityPart part, EntityCorrections corrections) =>
        (byEntity.GetValueOrDefault(part.Entity) ?? []).Select(i => names[i])
            .Where(name => part.Names?.Contains(name.Normalised) ?? !corrections.NamesSplitFrom(part.Entity).Contains(name.Normalised))
            .Select(name => new NameCount(name.Name, name.Mentions));

    /// <summary>Entities one of whose names has a word from which it goes on as typed, with how often they are mentioned.</summary>
    public IReadOnlyList<(EntityReference Entity, long Mentions)> BeginningWith(string typed, EntityType? type, EntityCorrections corrections)
    {
        var found = new List<int>();
        for (var i = LowerBound(typed); i < words.Length && RestOf(words[i]).StartsWith(typed, StringComparison.Ordinal); i++)
            found.Add(words[i].Name);
        return Sum(found, type, corrections);
    }

    /// <summary>Entities with a name that differs from what was typed by at most so many letters, counted from any of its words on.</summary>
    public IReadOnlyList<(EntityReference Entity, long Mentions)> SpeltLike(string typed, EntityType? type, EntityCorrections corrections, int most)
    {
        if (typed.Length < 4)
            return [];
        var found = new List<int>();
        var letters = LettersOf(typed);
        var end = LowerBound(((char)(typed[0] + 1)).ToString());
        for (var i = LowerBound(typed[..1]); i < end; i++)
        {
            // An edit changes the length by one at most, and two letters of those that a word has.
            if (Math.Abs(words[i].Length - typed.Length) <= most && BitOperations.PopCount(words[i].Letters ^ letters) <= 2 * most
                && EditDistance.IsWithin(RestOf(words[i]), typed, most))
                found.Add(words[i].Name);
        }

        return Sum(found, type, corrections);
    }

    private void Take(MentionName name, Dictionary<(EntityReference, string), int> places)
    {
        if (!places.TryGetValue((name.Entity, name.Name), out var place))
        {
            places[(name.Entity, name.Name)] = place = names.Count;
            if (!byEntity.TryGetValue(name.Entity, out var all))
            {
                byEntity[name.Entity] = all = [];
                entities.Add(name.Entity);
            }

            names.Add(new Entry(name.Entity, all.Count == 0 ? entities.Count - 1 : names[all[0]].Number, name.Normalised, name.Name));
            all.Add(place);
        }

        names[place].Mentions += name.Mentions;
    }

    /// <summary>Mentions of the names of each entity; those of a name that was corrected go to whom it was given.</summary>
    private List<(EntityReference Entity, long Mentions)> Sum(List<int> found, EntityType? type, EntityCorrections corrections)
    {
        var wanted = found.Select(name => names[name]).Where(entry => entry.Entity.IsResolved && (type is null || entry.Entity.Type == type));
        // A short beginning has tens of thousands of names: numbers are looked up faster than ids.
        return corrections.InForce.Count == 0
            ? [.. Sum(wanted, entry => entry.Number).Select(pair => (entities[pair.Key], pair.Value))]
            : [.. Sum(wanted, entry => corrections.Resolve(entry.Entity, entry.Normalised)).Select(pair => (pair.Key, pair.Value))];
    }

    private static Dictionary<T, long> Sum<T>(IEnumerable<Entry> names, Func<Entry, T> keyOf)
        where T : notnull
    {
        var mentions = new Dictionary<T, long>();
        foreach (var entry in names)
            CollectionsMarshal.GetValueRefOrAddDefault(mentions, keyOf(entry), out _) += entry.Mentions;
        return mentions;
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

    /// <summary>Which letters there are, a bit each; some share theirs.</summary>
    private static uint LettersOf(ReadOnlySpan<char> text)
    {
        var letters = 0u;
        foreach (var c in text)
            letters |= 1u << (c & 31);
        return letters;
    }

    private ReadOnlySpan<char> RestOf(Word word) => names[word.Name].Normalised.AsSpan(word.Offset);

    private static IEnumerable<int> WordStarts(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i == 0 || name[i - 1] == ' ')
                yield return i;
        }
    }

    /// <summary>A word of a name, and what follows it there.</summary>
    /// <param name="Length">Characters from the word on.</param>
    /// <param name="Letters">Of those characters: see <see cref="LettersOf"/>.</param>
    private readonly record struct Word(int Name, int Offset, int Length, uint Letters);

    private sealed class Entry(EntityReference entity, int number, string normalised, string name)
    {
        public EntityReference Entity => entity;

        /// <summary>Its place among <see cref="entities"/>.</summary>
        public int Number => number;

        public string Normalised => normalised;

        public string Name => name;

        public long Mentions { get; set; }
    }
}
