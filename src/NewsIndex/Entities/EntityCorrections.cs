namespace NewsIndex.Entities;

/// <summary>The corrections in force, as one state: which entity stands for which, by which names, and where it is not to be seen. Immutable.</summary>
public sealed class EntityCorrections
{
    private readonly Dictionary<EntityReference, EntityReference> redirects = [];
    private readonly Dictionary<EntityReference, string> names = [];
    private readonly Dictionary<EntityReference, Dictionary<string, EntityReference>> splits = [];
    private readonly Dictionary<EntityReference, List<EntityPart>> parts = [];
    private readonly HashSet<(EntityReference Entity, string ArticleId)> hidden = [];

    /// <param name="log">All corrections in the order in which they were made.</param>
    public EntityCorrections(IReadOnlyList<EntityCorrection> log)
    {
        Log = log;
        var undone = new HashSet<int>();
        // From the last on: an undoing may itself have been undone.
        foreach (var undo in log.OfType<EntityCorrection.Undo>().Reverse().Where(undo => !undone.Contains(undo.Number)))
            undone.Add(undo.Undone);
        InForce = [.. log.Where(correction => correction is not EntityCorrection.Undo && !undone.Contains(correction.Number))];
        foreach (var correction in InForce)
            Apply(correction);
        foreach (var from in redirects.Keys)
            Add(Resolve(from), new EntityPart(from, null));
        foreach (var (from, moved) in splits)
        {
            foreach (var into in moved.GroupBy(pair => pair.Value, pair => pair.Key))
                Add(Resolve(into.Key), new EntityPart(from, [.. into]));
        }
    }

    public static EntityCorrections None { get; } = new([]);

    public IReadOnlyList<EntityCorrection> Log { get; }

    /// <summary>Those that were not undone.</summary>
    public IReadOnlyList<EntityCorrection> InForce { get; }

    /// <summary>The entity that stands for another.</summary>
    public EntityReference Resolve(EntityReference entity)
    {
        while (redirects.TryGetValue(entity, out var into))
            entity = into;
        return entity;
    }

    /// <summary>The entity that a mention by this name stands for.</summary>
    /// <param name="name">As <see cref="Articles.EntityName.Normalise"/> gives it.</param>
    public EntityReference Resolve(EntityReference entity, string name) =>
        Resolve(splits.TryGetValue(entity, out var moved) && moved.TryGetValue(name, out var into) ? into : entity);

    /// <summary>The entities of the index that an entity is made of.</summary>
    public IEnumerable<EntityPart> PartsOf(EntityReference entity)
    {
        if (!redirects.ContainsKey(entity))
            yield return new EntityPart(entity, null);
        foreach (var part in parts.GetValueOrDefault(entity) ?? [])
            yield return part;
    }

    /// <summary>Names that mentions of an entity have and that are another's.</summary>
    public IReadOnlyCollection<string> NamesSplitFrom(EntityReference entity) =>
        splits.TryGetValue(entity, out var moved) ? moved.Keys : [];

    /// <summary>Null where no correction names it.</summary>
    public string? NameOf(EntityReference entity) => names.GetValueOrDefault(entity);

    /// <summary>Whether a correction has made or named the entity.</summary>
    public bool KnowsName(EntityReference entity) => names.ContainsKey(entity);

    /// <summary>Articles that do not mention an entity after all.</summary>
    public IReadOnlyList<string> HiddenFrom(EntityReference entity) =>
        hidden.Count == 0 ? [] : [.. hidden.Where(each => Resolve(each.Entity) == entity).Select(each => each.ArticleId)];

    public bool IsHidden(EntityReference entity, string articleId) => hidden.Count > 0 && HiddenFrom(entity).Contains(articleId);

    public bool HasHidden => hidden.Count > 0;

    public bool HasSplits => splits.Count > 0;

    private void Apply(EntityCorrection correction)
    {
        switch (correction)
        {
            case EntityCorrection.Merge merge when Resolve(merge.Into) != merge.From:
                redirects[Resolve(merge.From)] = Resolve(merge.Into);
                break;
            case EntityCorrection.Split split:
                if (!splits.TryGetValue(split.From, out var moved))
                    splits[split.From] = moved = new Dictionary<string, EntityReference>(StringComparer.Ordinal);
                foreach (var name in split.Names)
                    moved[name] = split.Into;
                names[split.Into] = split.NewName;
                break;
            case EntityCorrection.Rename rename:
                names[Resolve(rename.Entity)] = rename.Name;
                break;
            case EntityCorrection.Hide hide:
                hidden.Add((hide.Entity, hide.ArticleId));
                break;
            default:
                break;
        }
    }

    private void Add(EntityReference entity, EntityPart part)
    {
        if (!parts.TryGetValue(entity, out var all))
            parts[entity] = all = [];
        all.Add(part);
    }
}

/// <summary>An entity of the index, or its mentions by some names.</summary>
/// <param name="Names">Null for all but those that were split off.</param>
public sealed record EntityPart(EntityReference Entity, IReadOnlyCollection<string>? Names);
