namespace NewsIndex.Entities;

/// <summary>The names of an index in memory, searchable by the prefix of any word, or by edit distance.</summary>
internal sealed class EntityDictionary
{
    /// <summary>Minimum length for fuzzy matching; shorter words have too many neighbours at one edit.</summary>
    public const int MinMisspeltLength = 4;

    /// <summary>The dictionary that this one adds to; null for none. Its names, entities and words are shared with it.</summary>
    private readonly EntityDictionary? shared;

    /// <summary>The number of names of <see cref="shared"/>; 0 for none.</summary>
    private readonly int sharedNames;

    /// <summary>Names beyond those of <see cref="shared"/>, whose places come first.</summary>
    private readonly List<Entry> names = [];

    /// <summary>Names of <see cref="shared"/> by place, where other parts add mentions or another name of the entity.</summary>
    private readonly Dictionary<int, Entry> changed = [];

    /// <summary>Entities by number, beyond those of <see cref="shared"/>.</summary>
    private readonly List<EntityReference> entities = [];

    /// <summary>Numbers and first names of these entities.</summary>
    private readonly Dictionary<EntityReference, (int Number, int First)> known = [];

    /// <summary>Words of the names beyond those of <see cref="shared"/>.</summary>
    private readonly NameWords words;

    /// <param name="all">Names; a name may occur several times, each with a part of its counts.</param>
    public EntityDictionary(IEnumerable<MentionName> all)
    {
        foreach (var name in all)
        {
            var entity = Find(name.Entity);
            if (!TryAddMentions(entity, name.Name, name.Mentions))
                Append(entity, new WrittenName(entity is null ? name.Entity : EntityAt(entity.Value.Number), name.Name, name.Normalised),
                    name.Mentions);
        }

        words = NameWords.Of([.. names.Select(entry => entry.Name)]);
    }

    private EntityDictionary(EntityDictionary largest, IEnumerable<EntityDictionary> others)
    {
        (shared, sharedNames) = (largest, largest.NameCount);
        words = NameWords.Empty;
        foreach (var other in others)
            words = words.Plus(other.AllWords.Aggregate(NameWords.Empty, (sum, its) => sum.Plus(its)).MovedTo(Take(other)));
    }

    /// <summary>
    /// Returns a dictionary of the names of several, the counts of one name added. Its cost is linear in the names of all but the largest,
    /// which it refers to.
    /// </summary>
    public static EntityDictionary Merge(IEnumerable<EntityDictionary> parts) => parts.OrderBy(part => part.NameCount).ToList() switch
    {
        [] => new([]),
        [var only] => only,
        [.. var others, var largest] => new(largest, others),
    };

    private IEnumerable<NameWords> AllWords => shared is null ? [words] : shared.AllWords.Append(words);

    private int NameCount => sharedNames + names.Count;

    private int EntityCount => (shared?.EntityCount ?? 0) + entities.Count;

    /// <summary>The names of an entity in the index, before corrections.</summary>
    public IEnumerable<DictionaryName> NamesOf(EntityReference entity)
    {
        for (var place = Find(entity)?.First ?? Entry.None; place != Entry.None; place = EntryAt(place).Next)
            yield return NameAt(place);
    }

    /// <summary>The entity of a number; faster than by id.</summary>
    /// <param name="number">See <see cref="DictionaryName.Number"/>.</param>
    public EntityReference EntityAt(int number) =>
        shared is not null && number < shared.EntityCount ? shared.EntityAt(number) : entities[number - (shared?.EntityCount ?? 0)];

    /// <summary>Names with a suffix, from any word on, that has a prefix; a name is returned once for each such word.</summary>
    public IEnumerable<DictionaryName> WithPrefix(string typed)
    {
        foreach (var each in AllWords)
        {
            for (var word = each.LowerBound(typed); word < each.Count && each.HasPrefix(word, typed); word++)
                yield return NameAt(each.PlaceOf(word));
        }
    }

    /// <summary>Names with a suffix, from any word on, within an edit distance.</summary>
    public IEnumerable<DictionaryName> Like(string typed, int maxEdits) =>
        typed.Length < MinMisspeltLength ? [] : AllWords.SelectMany(each => each.Like(typed, maxEdits)).Select(NameAt);

    /// <summary>The offsets of the words of a name.</summary>
    public static IEnumerable<int> WordStarts(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i == 0 || name[i - 1] == ' ')
                yield return i;
        }
    }

    private DictionaryName NameAt(int place)
    {
        var (name, number, mentions, _) = EntryAt(place);
        return new DictionaryName(name, number, mentions);
    }

    private Entry EntryAt(int place)
    {
        if (place >= sharedNames)
            return names[place - sharedNames];
        return changed.TryGetValue(place, out var entry) ? entry : shared!.EntryAt(place);
    }

    private void Change(int place, Entry entry)
    {
        if (place >= sharedNames)
            names[place - sharedNames] = entry;
        else
            changed[place] = entry;
    }

    private (int Number, int First)? Find(EntityReference entity) =>
        known.TryGetValue(entity, out var found) ? found : shared?.Find(entity);

    /// <summary>Adds the names of another dictionary.</summary>
    /// <returns>The places of the names that were not there, by their places in the other; -1 for the rest.</returns>
    private int[] Take(EntityDictionary other)
    {
        var places = new int[other.NameCount];
        for (var i = 0; i < places.Length; i++)
        {
            var (name, _, mentions, _) = other.EntryAt(i);
            var entity = Find(name.Entity);
            var isKnown = TryAddMentions(entity, name.Name, mentions);
            if (!isKnown)
                Append(entity, name, mentions);
            places[i] = isKnown ? -1 : NameCount - 1;
        }

        return places;
    }

    /// <summary>False when the entity does not have the name.</summary>
    private bool TryAddMentions((int Number, int First)? entity, string name, long mentions)
    {
        for (var place = entity?.First ?? Entry.None; place != Entry.None; place = EntryAt(place).Next)
        {
            var entry = EntryAt(place);
            if (entry.Name.Name != name)
                continue;
            Change(place, entry with { Mentions = entry.Mentions + mentions });
            return true;
        }

        return false;
    }

    /// <param name="entity">Null when it has no name yet.</param>
    private void Append((int Number, int First)? entity, WrittenName name, long mentions)
    {
        if (entity is null)
        {
            known[name.Entity] = (EntityCount, NameCount);
            names.Add(new Entry(name, EntityCount, mentions, Entry.None));
            entities.Add(name.Entity);
            return;
        }

        // Behind the first, so that it stays the first.
        var (number, first) = entity.Value;
        var before = EntryAt(first);
        names.Add(new Entry(name, number, mentions, before.Next));
        Change(first, before with { Next = NameCount - 1 });
    }

    /// <param name="Number">That of the entity.</param>
    /// <param name="Next">The place of another name of the entity, or <see cref="None"/>.</param>
    private readonly record struct Entry(WrittenName Name, int Number, long Mentions, int Next)
    {
        public const int None = -1;
    }
}
