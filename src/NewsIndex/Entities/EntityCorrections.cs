using NewsIndex.Articles;
using NewsIndex.Files;
using NewsIndex.Repeats;

namespace NewsIndex.Entities;

/// <summary>
/// The corrections in force, as one immutable state: which entity replaces which, by which names and in which articles, and where mentions
/// are hidden. An <i>indexed</i> entity is one as the index has it, before corrections.
/// </summary>
public sealed class EntityCorrections : ILogState<EntityCorrection, EntityCorrections>
{
    /// <summary>The replacement of each entity. Both are final when an entry is added, so there are no cycles.</summary>
    private readonly Dictionary<EntityReference, EntityReference> redirects = [];
    private readonly Dictionary<EntityReference, string> names = [];
    private readonly List<SplitRule> splits = [];
    private readonly HashSet<(EntityReference Entity, string ArticleId)> hidden = [];
    private readonly HashSet<int> undone = [];
    private readonly Dictionary<EntityCorrection, string> withoutEffect = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<EntityReference, EntityReference> indexed;
    private readonly ILookup<(EntityType, string), EntityReference> byGivenName;

    /// <summary>Splits that may affect a mention of an indexed entity, in order; only for entities with splits.</summary>
    private readonly Dictionary<EntityReference, List<SplitRule>> splitsOf;

    /// <param name="log">All corrections in order, including those without effect.</param>
    public EntityCorrections(IReadOnlyList<EntityCorrection> log)
    {
        Log = log;
        LastNumber = Math.Max(log.Count, log.Count == 0 ? 0 : log.Max(correction => correction.Number));
        // In reverse order: an undo may itself have been undone.
        foreach (var undo in log.OfType<EntityCorrection.Undo>().Reverse().Where(undo => !undone.Contains(undo.Number)))
            undone.Add(undo.Undone);
        InForce = [.. log.Where(correction => correction is not EntityCorrection.Undo && !undone.Contains(correction.Number)).Where(Apply)];
        splitsOf = FollowSplits();
        indexed = redirects.Keys.Concat(splitsOf.Keys).Distinct()
            .SelectMany(entity => SplitsOf(entity).Select(split => split.Into).Append(entity).Select(owner => (Resolve(owner), entity)))
            .Select(pair => (Entity: pair.Item1, Indexed: pair.entity))
            .Where(pair => pair.Entity.Id.Length > 0).Distinct().ToLookup(pair => pair.Entity, pair => pair.Indexed);
        byGivenName =
            names.SelectMany(pair => NameKey.All(pair.Value, pair.Key.Type).Select(key => ((pair.Key.Type, key), Resolve(pair.Key))))
            .Distinct().ToLookup(pair => pair.Item1, pair => pair.Item2);
    }

    public static EntityCorrections None { get; } = new([]);

    public IReadOnlyList<EntityCorrection> Log { get; }

    int ILogState<EntityCorrection, EntityCorrections>.Count => Log.Count;

    static EntityCorrections ILogState<EntityCorrection, EntityCorrections>.Of(IReadOnlyList<EntityCorrection> entries) => new(entries);

    EntityCorrections ILogState<EntityCorrection, EntityCorrections>.After(EntityCorrection entry) => new([.. Log, entry]);

    /// <summary>The corrections with an effect that were not undone.</summary>
    public IReadOnlyList<EntityCorrection> InForce { get; }

    /// <summary>
    /// Highest number so far; 0 before the first. Files that two services wrote at once may have fewer numbers than lines.
    /// </summary>
    public int LastNumber { get; }

    /// <summary>Irregularities of the log, as sentences without a full stop.</summary>
    public IReadOnlyList<string> Remarks =>
    [
        .. Log.GroupBy(correction => correction.Number).Where(group => group.Count() > 1)
            .Select(group => $"{group.Count()} corrections have the number {group.Key}; undoing it undoes all of them"),
        .. withoutEffect.Select(pair => $"correction {pair.Key.Number} has no effect: {pair.Value}"),
    ];

    /// <summary>Entities that a correction renamed, with the name.</summary>
    public IEnumerable<NamedReference> GivenNames => names.Select(pair => new NamedReference(pair.Key, pair.Value));

    /// <summary>Returns false for corrections that were undone or have no effect; an undo is in force until it is undone itself.</summary>
    public bool IsInForce(EntityCorrection correction) => !undone.Contains(correction.Number) && !withoutEffect.ContainsKey(correction);

    /// <summary>The reason why a correction has no effect; null if it has one or was undone.</summary>
    public string? WhyWithoutEffect(EntityCorrection correction) => withoutEffect.GetValueOrDefault(correction);

    /// <summary>The reason why a correction cannot be added now; null if it can.</summary>
    public CorrectionObjection? ObjectionTo(EntityCorrection correction) => correction switch
    {
        EntityCorrection.Merge merge => ObjectionTo(merge),
        EntityCorrection.Split split when Resolve(split.From) == Resolve(split.Into) =>
            new(CorrectionObjectionKind.SameEntity, "the new entity is the one that is split"),
        EntityCorrection.Undo undo when !Log.Any(each => each.Number == undo.Undone) =>
            new(CorrectionObjectionKind.NoSuchCorrection, $"there is no correction {undo.Undone}"),
        EntityCorrection.Undo undo when undone.Contains(undo.Undone) =>
            new(CorrectionObjectionKind.AlreadyUndone, $"correction {undo.Undone} was undone before"),
        _ => null,
    };

    /// <summary>The correction that a request led to before, with the corrections of that moment.</summary>
    /// <param name="request">Null for one without an id.</param>
    /// <returns>Null for a request that led to none.</returns>
    /// <exception cref="RequestIdReusedException">Another request of the caller had its id.</exception>
    public CorrectionOutcome? FirstOutcomeOf(WriteRequest? request)
    {
        if (request is null)
            return null;
        for (var i = 0; i < Log.Count; i++)
        {
            if (request.IsRepeatOf(Log[i].Request))
                return new CorrectionOutcome(Log[i], null, new EntityCorrections([.. Log.Take(i + 1)]));
        }

        return null;
    }

    /// <summary>The replacement of an entity; the entity itself if there is none.</summary>
    public EntityReference Resolve(EntityReference entity)
    {
        while (redirects.TryGetValue(entity, out var into))
            entity = into;
        return entity;
    }

    /// <summary>The entity of a mention; null if it was hidden.</summary>
    /// <param name="entity">Indexed.</param>
    /// <param name="name">As <see cref="EntityName.Normalise"/> gives it.</param>
    /// <param name="articleId">Null for an article that no split names.</param>
    public EntityReference? Resolve(EntityReference entity, string name, string? articleId)
    {
        foreach (var split in SplitsOf(entity))
        {
            if (split.Sources.Contains(entity) && split.Takes(name, articleId))
                entity = split.Into;
        }

        return entity.Id.Length == 0 ? null : Resolve(entity);
    }

    /// <summary>All entities that mentions of an indexed entity by a name resolve to, each with its articles.</summary>
    /// <param name="name">As <see cref="EntityName.Normalise"/> gives it.</param>
    public IReadOnlyList<NameOwner> OwnersOf(EntityReference entity, string name)
    {
        // No mention is hidden from all articles.
        var usual = Resolve(entity, name, null)!.Value;
        var articles = SplitsOf(entity).SelectMany(split => split.Articles).Distinct();
        var others = articles.Select(id => (Owner: Resolve(entity, name, id), Id: id)).Where(each => each.Owner != usual).ToList();
        return others.Count == 0
            ? [new NameOwner(usual, null)]
            : [
                new NameOwner(usual, new ArticleChoice([.. others.Select(each => each.Id)], IsExcluding: true)),
                .. others.Where(each => each.Owner is not null).GroupBy(each => each.Owner!.Value, each => each.Id)
                    .Select(ids => new NameOwner(ids.Key, new ArticleChoice([.. ids], IsExcluding: false))),
            ];
    }

    /// <summary>The indexed entities with mentions that resolve to an entity.</summary>
    public IEnumerable<EntityReference> IndexedAs(EntityReference entity) =>
        (redirects.ContainsKey(entity) ? [] : (EntityReference[])[entity]).Concat(indexed[entity]).Distinct();

    /// <summary>Returns true if some mentions of an indexed entity were split off or hidden.</summary>
    public bool IsSplit(EntityReference entity) => splitsOf.ContainsKey(entity);

    /// <summary>Returns true if splits of an indexed entity depend on names rather than on articles alone.</summary>
    public bool IsSplitByName(EntityReference entity) => SplitsOf(entity).Any(split => split.Names.Count > 0);

    /// <summary>Returns null if no correction names it.</summary>
    public string? NameOf(EntityReference entity) => names.GetValueOrDefault(entity);

    /// <summary>Returns true if a correction created or renamed the entity.</summary>
    public bool KnowsName(EntityReference entity) => names.ContainsKey(entity);

    /// <summary>Entities that a correction has given this name.</summary>
    /// <param name="key">One of <see cref="NameKey.All"/>.</param>
    public IEnumerable<EntityReference> Called(EntityType type, string key) => byGivenName[(type, key)];

    /// <summary>
    /// Articles in which an entity is hidden, whatever names they have. Hidden mentions of an entity that was merged into this one are not
    /// included: the article may mention this one.
    /// </summary>
    public IReadOnlyList<string> HiddenFrom(EntityReference entity) =>
        hidden.Count == 0 ? [] : [.. hidden.Where(each => each.Entity == entity).Select(each => each.ArticleId)];

    private List<SplitRule> SplitsOf(EntityReference entity) => splitsOf.GetValueOrDefault(entity) ?? [];

    private Dictionary<EntityReference, List<SplitRule>> FollowSplits()
    {
        var bySource = splits.SelectMany((split, i) => split.Sources.Select(source => (source, i)))
            .ToLookup(pair => pair.source, pair => pair.i);
        return bySource.ToDictionary(source => source.Key, source => FollowSplits(source.Key, bySource));
    }

    /// <summary>A later split may move what an earlier one moved.</summary>
    private List<SplitRule> FollowSplits(EntityReference entity, ILookup<EntityReference, int> bySource)
    {
        var followed = new List<SplitRule>();
        for (var next = new SortedSet<int>(bySource[entity]); next.Count > 0;)
        {
            var at = next.Min;
            next.Remove(at);
            followed.Add(splits[at]);
            next.UnionWith(bySource[splits[at].Into].Where(later => later > at));
        }

        return followed;
    }

    private CorrectionObjection? ObjectionTo(EntityCorrection.Merge merge)
    {
        var (from, into) = (merge.From, merge.Into);
        if (from.Type != into.Type)
        {
            return new(
                CorrectionObjectionKind.TypesDiffer,
                $"{from.Id} is of type {EntityReference.Word(from.Type)} and {into.Id} of type {EntityReference.Word(into.Type)}");
        }

        return Resolve(from) == Resolve(into) ? new(CorrectionObjectionKind.SameEntity, "the two are one entity already") : null;
    }

    /// <returns>False if the split has no effect.</returns>
    private bool Apply(EntityCorrection correction)
    {
        switch (correction)
        {
            case EntityCorrection.Merge merge:
                return Unite(merge, Resolve(merge.From), Resolve(merge.Into));
            case EntityCorrection.Split split:
                return Divide(split, Resolve(split.From));
            case EntityCorrection.Rename rename:
                names[Resolve(rename.Entity)] = rename.Name;
                return true;
            case EntityCorrection.Hide hide:
                Conceal(Resolve(hide.Entity), hide.ArticleId);
                return true;
            default:
                return true;
        }
    }

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

    private bool Divide(EntityCorrection.Split split, EntityReference from)
    {
        if (from == Resolve(split.Into))
        {
            withoutEffect[split] = $"{split.From.Id} and {split.Into.Id} are one entity";
            return false;
        }

        splits.Add(new SplitRule(StandingFor(from), [.. split.Names], [.. split.Articles], split.Into));
        names[split.Into] = split.NewName;
        return true;
    }

    private void Conceal(EntityReference entity, string articleId)
    {
        hidden.Add((entity, articleId));
        splits.Add(new SplitRule(StandingFor(entity), [], [articleId], new EntityReference(entity.Type, "")));
    }

    /// <summary>Entities merged so far; entities that are merged later are not part of the split.</summary>
    private HashSet<EntityReference> StandingFor(EntityReference entity) =>
        [.. redirects.Keys.Where(each => Resolve(each) == entity), entity];

    /// <param name="Sources">Entities whose mentions the split takes.</param>
    /// <param name="Names">Empty for any.</param>
    /// <param name="Articles">Empty for all.</param>
    /// <param name="Into">The target; without an id if the mentions are hidden.</param>
    private sealed record SplitRule(HashSet<EntityReference> Sources, HashSet<string> Names, HashSet<string> Articles, EntityReference Into)
    {
        public bool Takes(string name, string? articleId) =>
            (Names.Count == 0 || Names.Contains(name)) && (Articles.Count == 0 || (articleId is not null && Articles.Contains(articleId)));
    }
}

/// <summary>The owner of a name.</summary>
/// <param name="Articles">Null for all.</param>
public sealed record NameOwner(EntityReference Entity, ArticleChoice? Articles);

/// <summary>A set of articles, or its complement.</summary>
/// <param name="Ids">Without doubles.</param>
/// <param name="IsExcluding">True for all articles but these.</param>
public sealed record ArticleChoice(IReadOnlyCollection<string> Ids, bool IsExcluding);
