using System.Numerics;
using NewsIndex.Analysis;

namespace NewsIndex.Entities;

/// <summary>The names of an index in memory, searchable by the prefix of any word, or by edit distance.</summary>
internal sealed class EntityDictionary
{
    /// <summary>Minimum length for fuzzy matching; shorter words have too many neighbours at one edit.</summary>
    public const int MinMisspeltLength = 4;

    private readonly List<DictionaryName> names = [];
    private readonly List<EntityReference> entities = [];
    private readonly Dictionary<EntityReference, List<int>> byEntity = [];

    /// <summary>The words of all names, sorted by the suffix of the name that starts there.</summary>
    private readonly Word[] words;

    /// <param name="all">Names; a name may occur several times, each with a part of its counts.</param>
    public EntityDictionary(IEnumerable<MentionName> all)
    {
        var places = new Dictionary<(EntityReference, string), int>();
        foreach (var name in all)
            Take(name, places);
        words = [.. names.SelectMany((entry, i) => WordStarts(entry.Said)
            .Select(offset => new Word(i, offset, entry.Said.Length - offset, LettersOf(entry.Said.AsSpan(offset)))))];
        Array.Sort(words, (a, b) => RestOf(a).SequenceCompareTo(RestOf(b)) is var order and not 0 ? order : a.Name.CompareTo(b.Name));
    }

    /// <summary>The names of an entity in the index, before corrections.</summary>
    public IEnumerable<DictionaryName> NamesOf(EntityReference entity) => (byEntity.GetValueOrDefault(entity) ?? []).Select(i => names[i]);

    /// <summary>The entity of a number; faster than by id.</summary>
    /// <param name="number">See <see cref="DictionaryName.Number"/>.</param>
    public EntityReference EntityAt(int number) => entities[number];

    /// <summary>Names with a suffix, from any word on, that has a prefix; a name is returned once for each such word.</summary>
    public IEnumerable<DictionaryName> WithPrefix(string typed)
    {
        for (var i = LowerBound(typed); i < words.Length && RestOf(words[i]).StartsWith(typed, StringComparison.Ordinal); i++)
            yield return names[words[i].Name];
    }

    /// <summary>Names with a suffix, from any word on, within an edit distance.</summary>
    public IEnumerable<DictionaryName> Like(string typed, int maxEdits)
    {
        if (typed.Length < MinMisspeltLength)
            yield break;
        var letters = LettersOf(typed);
        var end = LowerBound(((char)(typed[0] + 1)).ToString());
        for (var i = LowerBound(typed[..1]); i < end; i++)
        {
            // An edit changes the length by one at most, and the set of letters by two.
            if (Math.Abs(words[i].Length - typed.Length) <= maxEdits
                && BitOperations.PopCount(words[i].Letters ^ letters) <= 2 * maxEdits
                && EditDistance.IsWithin(RestOf(words[i]), typed, maxEdits))
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

            names.Add(new DictionaryName(name.Entity, all.Count == 0 ? entities.Count - 1 : names[all[0]].Number, name.Normalised,
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

    /// <summary>The set of letters, a bit each; some letters share a bit.</summary>
    private static uint LettersOf(ReadOnlySpan<char> text)
    {
        var letters = 0u;
        foreach (var c in text)
            letters |= 1u << (c & 31);
        return letters;
    }

    private ReadOnlySpan<char> RestOf(Word word) => names[word.Name].Said.AsSpan(word.Offset);

    /// <summary>The offsets of the words of a name.</summary>
    public static IEnumerable<int> WordStarts(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i == 0 || name[i - 1] == ' ')
                yield return i;
        }
    }

    /// <summary>A word of a name, with the suffix that starts there.</summary>
    /// <param name="Length">Length of the suffix, in characters.</param>
    /// <param name="Letters">Set of letters of the suffix; see <see cref="LettersOf"/>.</param>
    private readonly record struct Word(int Name, int Offset, int Length, uint Letters);
}
