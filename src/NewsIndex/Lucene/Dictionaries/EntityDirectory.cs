using System.Numerics;
using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>
/// Every name in an index, to be looked up by the beginning of any of its words, or by a spelling near to it. In memory; read when first
/// needed.
/// </summary>
internal sealed class EntityDirectory
{
    /// <summary>Of shorter words, too many others are one letter away.</summary>
    public const int ShortestMisspelt = 4;

    private static readonly PerGeneration<EntityDirectory> Made = new(reader => new EntityDirectory(reader));

    private readonly List<DirectoryName> names = [];
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

        words = [.. names.SelectMany((entry, i) => WordStarts(entry.Said)
            .Select(offset => new Word(i, offset, entry.Said.Length - offset, LettersOf(entry.Said.AsSpan(offset)))))];
        Array.Sort(words, (a, b) => RestOf(a).SequenceCompareTo(RestOf(b)) is var order and not 0 ? order : a.Name.CompareTo(b.Name));
    }

    public static EntityDirectory Of(IndexReader reader) => Made.Of(reader);

    /// <summary>The names of an entity as the index has it, whatever was corrected.</summary>
    public IEnumerable<DirectoryName> NamesOf(EntityReference entity) => (byEntity.GetValueOrDefault(entity) ?? []).Select(i => names[i]);

    /// <param name="number">See <see cref="DirectoryName.Number"/>; looked up faster than an id.</param>
    public EntityReference EntityAt(int number) => entities[number];

    /// <summary>Names that have a word from which they go on as typed. A name is found once for each such word.</summary>
    public IEnumerable<DirectoryName> BeginningWith(string typed)
    {
        for (var i = LowerBound(typed); i < words.Length && RestOf(words[i]).StartsWith(typed, StringComparison.Ordinal); i++)
            yield return names[words[i].Name];
    }

    /// <summary>Names that differ from what was typed by at most so many letters, counted from any of their words on.</summary>
    public IEnumerable<DirectoryName> SpeltLike(string typed, int most)
    {
        if (typed.Length < ShortestMisspelt)
            yield break;
        var letters = LettersOf(typed);
        var end = LowerBound(((char)(typed[0] + 1)).ToString());
        for (var i = LowerBound(typed[..1]); i < end; i++)
        {
            // An edit changes the length by one at most, and two letters of those that a word has.
            if (Math.Abs(words[i].Length - typed.Length) <= most && BitOperations.PopCount(words[i].Letters ^ letters) <= 2 * most
                && EditDistance.IsWithin(RestOf(words[i]), typed, most))
                yield return names[words[i].Name];
        }
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

            names.Add(new DirectoryName(name.Entity, all.Count == 0 ? entities.Count - 1 : names[all[0]].Number, name.Normalised,
                name.Name));
            all.Add(place);
        }

        names[place].Mentions += name.Mentions;
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

    private ReadOnlySpan<char> RestOf(Word word) => names[word.Name].Said.AsSpan(word.Offset);

    /// <summary>Where the words of a name begin.</summary>
    public static IEnumerable<int> WordStarts(string name)
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
}

/// <summary>A name of an entity in an index, as written.</summary>
/// <param name="number">Of the entity in its directory.</param>
/// <param name="normalised">See <see cref="EntityName.Normalise"/>.</param>
internal sealed class DirectoryName(EntityReference entity, int number, string normalised, string name)
{
    public EntityReference Entity => entity;

    public int Number => number;

    public string Normalised => normalised;

    /// <summary>See <see cref="NameKey.Said"/>.</summary>
    public string Said { get; } = NameKey.IsSaidOtherwise(name, normalised) ? NameKey.Said(name) : normalised;

    public string Name => name;

    public long Mentions { get; set; }
}
