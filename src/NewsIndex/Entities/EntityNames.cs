using System.Runtime.InteropServices;
using NewsIndex.Analysis;
using NewsIndex.Articles;

namespace NewsIndex.Entities;

/// <summary>Names of entities after corrections: those of the index, with their owners, and those that corrections added.</summary>
internal sealed class EntityNames(INameDictionary names, EntityCorrections corrections)
{
    private const int MinLengthForTwoEdits = 6;

    private readonly EntityDictionary dictionary = names.Entities;

    /// <summary>The distinct names of an entity, most frequent first.</summary>
    public IReadOnlyList<NameCount> Of(EntityReference entity) =>
        [.. Counted(entity).OrderByDescending(name => name.Mentions).ThenBy(name => name.Name, StringComparer.Ordinal)];

    /// <summary>
    /// Entities with a name that starts with the typed text or, if there are none, is similar to it; most mentioned first.
    /// </summary>
    public (IReadOnlyList<EntityReference> Entities, bool IsMisspelt) Match(string text, EntityType? type)
    {
        var typed = NameKey.Said(text);
        if (WithPrefix(typed, type) is { Count: > 0 } found)
            return (MostMentioned(found), false);
        var like = Like(typed, type, typed.Length < MinLengthForTwoEdits ? 1 : 2);
        return (MostMentioned(like), like.Count > 0);
    }

    public static IReadOnlyList<EntityReference> MostMentioned(IEnumerable<(EntityReference Entity, long Mentions)> found) =>
    [
        .. found.OrderByDescending(each => each.Mentions).ThenBy(each => each.Entity.Id, StringComparer.Ordinal)
            .Select(each => each.Entity),
    ];

    private IEnumerable<NameCount> Counted(EntityReference entity) =>
        corrections.IndexedAs(entity).SelectMany(dictionary.NamesOf)
            .Select(name => new NameCount(name.Name, MentionsOf(name).Where(each => each.Owner == entity).Sum(each => each.Mentions)))
            .Where(name => name.Mentions > 0)
            .GroupBy(name => name.Name, StringComparer.Ordinal)
            .Select(group => new NameCount(group.Key, group.Sum(name => name.Mentions)));

    /// <summary>Entities with a name that has a prefix at any word, with the number of mentions by such names.</summary>
    /// <param name="typed">As <see cref="NameKey.Said"/> gives it.</param>
    public IReadOnlyList<(EntityReference Entity, long Mentions)> WithPrefix(string typed, EntityType? type) =>
        Sum(dictionary.WithPrefix(typed), type, given => given.StartsWith(typed, StringComparison.Ordinal));

    /// <summary>Entities with a name that is within an edit distance from any word on, with the number of mentions by such names.</summary>
    /// <param name="typed">As <see cref="NameKey.Said"/> gives it.</param>
    public IReadOnlyList<(EntityReference Entity, long Mentions)> Like(string typed, EntityType? type, int maxEdits) =>
        typed.Length < EntityDictionary.MinMisspeltLength
        ? []
        : Sum(dictionary.Like(typed, maxEdits), type, given => EditDistance.IsWithin(given, typed, maxEdits));

    private List<(EntityReference Entity, long Mentions)> Sum(IEnumerable<DictionaryName> found, EntityType? type, Func<string, bool> fits)
    {
        var wanted = found.Where(name => name.Entity.IsResolved && (type is null || name.Entity.Type == type));
        if (corrections.InForce.Count == 0)
        {
            // A short prefix has tens of thousands of names, and numbers are looked up faster than ids.
            var byNumber = new Dictionary<int, long>();
            foreach (var name in wanted)
                CollectionsMarshal.GetValueRefOrAddDefault(byNumber, name.Number, out _) += name.Mentions;
            return [.. byNumber.Select(pair => (dictionary.EntityAt(pair.Key), pair.Value))];
        }

        var mentions = new Dictionary<EntityReference, long>();
        foreach (var (owner, count) in wanted.SelectMany(MentionsOf))
            CollectionsMarshal.GetValueRefOrAddDefault(mentions, owner, out _) += count;
        // A name from a correction counts all mentions of its entity, by any name.
        foreach (var given in corrections.GivenNames.Where(given => (type is null || given.Entity.Type == type) && Fits(given.Name, fits)))
            mentions[corrections.Resolve(given.Entity)] = Of(corrections.Resolve(given.Entity)).Sum(name => name.Mentions);
        return [.. mentions.Where(pair => pair.Value > 0).Select(pair => (pair.Key, pair.Value))];
    }

    private static bool Fits(string name, Func<string, bool> fits) =>
        NameKey.Said(name) is var said && EntityDictionary.WordStarts(said).Any(start => fits(said[start..]));

    /// <summary>The owners of mentions by a name, each with their number.</summary>
    private IEnumerable<(EntityReference Owner, long Mentions)> MentionsOf(DictionaryName name) =>
        corrections.OwnersOf(name.Entity, name.Normalised).Select(owner => (
        owner.Entity,
        owner.Articles is null
        ? name.Mentions
        : names.CountMentions(new EntityTerm(MentionTerm.OfName(name.Entity, name.Name), owner.Articles))));
}
