namespace NewsIndex.Entities;

/// <summary>
/// The corrections in force, as one state: which entity stands for which, by which names, and where it is not to be seen. Immutable.
/// </summary>
public sealed class EntityCorrections
{
    private readonly Dictionary<EntityReference, EntityReference> redirects = [];
    private readonly Dictionary<EntityReference, string> names = [];
    private readonly Dictionary<EntityReference, Dictionary<string, EntityReference>> splits = [];
    private readonly Dictionary<EntityReference, List<EntityPart>> parts = [];
    private readonly HashSet<(EntityReference Entity, string ArticleId)> hidden = [];

    private readonly HashSet<int> undone = [];
    private readonly Dictionary<EntityCorrection, string> withoutEffect = new(ReferenceEqualityComparer.Instance);

    /// <param name="log">
    /// All corrections in the order in which they were made, whatever they say: none of them is followed in a circle.
    /// </param>
    public EntityCorrections(IReadOnlyList<EntityCorrection> log)
    {
        Log = log;
        LastNumber = Math.Max(log.Count, log.Count == 0 ? 0 : log.Max(correction => correction.Number));
        // From the last on: an undo may itself have been undone.
        foreach (var undo in log.OfType<EntityCorrection.Undo>().Reverse().Where(undo => !undone.Contains(undo.Number)))
            undone.Add(undo.Undone);
        InForce = [.. log.Where(correction => correction is not EntityCorrection.Undo && !undone.Contains(correction.Number)).Where(Apply)];
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

    /// <summary>Those that change what is found: not undone, and not without effect.</summary>
    public IReadOnlyList<EntityCorrection> InForce { get; }

    /// <summary>
    /// The next correction gets the number after this; 0 before the first. Files that two services wrote at once may have fewer numbers
    /// than lines.
    /// </summary>
    public int LastNumber { get; }

    /// <summary>What is odd in the log, a sentence each.</summary>
    public IReadOnlyList<string> Remarks =>
    [
        .. Log.GroupBy(correction => correction.Number).Where(group => group.Count() > 1).Select(group => $"{group.Count()} corrections have the number {group.Key}: undoing it undoes all of them"),
        .. withoutEffect.Select(pair => $"correction {pair.Key.Number} has no effect: {pair.Value}"),
    ];

    /// <summary>False for what was undone and for what has no effect; an undo counts until it is undone itself.</summary>
    public bool IsInForce(EntityCorrection correction) => !undone.Contains(correction.Number) && !withoutEffect.ContainsKey(correction);

    /// <summary>Why a correction that was not undone has no effect; null when it has one.</summary>
    public string? WhyWithoutEffect(EntityCorrection correction) => withoutEffect.GetValueOrDefault(correction);

    /// <summary>Why a correction cannot be added now; null when it can.</summary>
    public CorrectionObjection? ObjectionTo(EntityCorrection correction) => correction switch
    {
        EntityCorrection.Merge merge when merge.From.Type != merge.Into.Type => new(
            CorrectionObjectionKind.TypesDiffer, $"{merge.From.Id} is of type {EntityReference.Word(merge.From.Type)} and {merge.Into.Id} of type {EntityReference.Word(merge.Into.Type)}"),
        EntityCorrection.Merge merge when Resolve(merge.From) == Resolve(merge.Into) => new(CorrectionObjectionKind.SameEntity, "the two are one entity already"),
        EntityCorrection.Split split when Resolve(split.From) == Resolve(split.Into) => new(CorrectionObjectionKind.SameEntity, "the new entity is the one that is split"),
        EntityCorrection.Undo undo when !Log.Any(each => each.Number == undo.Undone) => new(CorrectionObjectionKind.NoSuchCorrection, $"there is no correction {undo.Undone}"),
        EntityCorrection.Undo undo when undone.Contains(undo.Undone) => new(CorrectionObjectionKind.AlreadyUndone, $"correction {undo.Undone} was undone before"),
        _ => null,
    };

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

    /// <returns>False when it has no effect.</returns>
    private bool Apply(EntityCorrection correction)
    {
        switch (correction)
        {
            case EntityCorrection.Merge merge:
                return Unite(merge, Resolve(merge.From), Resolve(merge.Into));
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

        return true;
    }

    /// <summary>Both are ends, which stand for themselves; a redirect from one end to another never closes a circle.</summary>
    private bool Unite(EntityCorrection.Merge merge, EntityReference from, EntityReference into)
    {
        if (from == into)
        {
            withoutEffect[merge] = $"{merge.From.Id} and {merge.Into.Id} are one entity without it";
            return false;
        }

        redirects[from] = into;
        return true;
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
